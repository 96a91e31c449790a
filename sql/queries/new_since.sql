-- How many cruds of others came to the home feed after a position, up to a maximum.
select count(*) as number
from (
  select
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.parent_id is null
    and activity.author_id is distinct from cast(:viewer_id as uuid)
    and is_in_feed(activity, author, cast(:viewer_id as uuid))
    and (activity.created_at, activity.id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by activity.created_at desc, activity.id desc
  limit cast(:row_limit as integer)
) newer;
