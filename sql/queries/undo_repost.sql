-- Takes a repost back, if there is one.
with target as materialized (
  select activity.id
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = cast(:id as uuid) and is_visible(activity, author, cast(:viewer_id as uuid))
), acted as materialized (
  select target.id, remove_repost(target.id, require_active(cast(:viewer_id as uuid))) as done from target
)
select
  activity_now(acted.id, cast(:viewer_id as uuid)) as item,
  coalesce(tell_change(acted.id), false) as changed
from acted;
