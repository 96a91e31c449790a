-- Cruds and replies with a hashtag, newest first.
select
  activity_json(activity, author, cast(:viewer_id as uuid)) as item,
  iso_timestamp(hashtag.created_at) as at,
  activity.id
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
limit cast(:row_limit as integer);
