-- The viewer's bookmarks, the latest first.
select
  activity_json(activity, author, cast(:viewer_id as uuid)) as item,
  iso_timestamp(bookmark.created_at) as at,
  activity.id
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
limit cast(:row_limit as integer);
