-- Cruds and replies with a hashtag, newest first.
select presented.item, iso_timestamp(page.at) as at, page.id
from (
  select *
  from (
    select activity, author, hashtag.created_at as at, hashtag.activity_id as id
    from activity_hashtags hashtag
    join activities activity on activity.id = hashtag.activity_id
    join profiles author on author.id = activity.author_id
    where hashtag.tag = normalize_hashtag(:tag)
      and is_in_feed(activity, author, cast(:viewer_id as uuid))
      and (hashtag.created_at, hashtag.activity_id) < (
        coalesce(cast(:cursor_at as timestamptz), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by hashtag.created_at desc, hashtag.activity_id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page
cross join lateral activity_items(page.activity, page.author, cast(:viewer_id as uuid)) presented
order by page.at desc, page.id desc;
