-- The viewer's bookmarks, the latest first.
select presented.item, iso_timestamp(page.at) as at, page.id
from (
  select *
  from (
    select activity, author, bookmark.created_at as at, bookmark.activity_id as id
    from bookmarks bookmark
    join activities activity on activity.id = bookmark.activity_id
    join profiles author on author.id = activity.author_id
    where bookmark.profile_id = cast(:viewer_id as uuid)
      and is_visible(activity, author, cast(:viewer_id as uuid))
      and (bookmark.created_at, bookmark.activity_id) < (
        coalesce(cast(:cursor_at as timestamptz), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by bookmark.created_at desc, bookmark.activity_id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page
cross join lateral activity_items(page.activity, page.author, cast(:viewer_id as uuid)) presented
order by page.at desc, page.id desc;
