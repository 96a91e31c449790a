-- Deletes the caller's own crud; replies, likes and everything else about it go with it. Answers it as it was. For others
-- it is as if it were not there.
with caller as materialized (
  select require_active(cast(:viewer_id as uuid)) as id
), target as materialized (
  select activity, author
  from caller
  join profiles author on author.id = caller.id
  join activities activity on activity.author_id = author.id
  where activity.id = cast(:id as uuid) and is_visible(activity, author, caller.id)
), deleted as (
  delete from activities where id in (select (target.activity).id from target) returning id
)
select
  activity_json(target.activity, target.author, (target.author).id) as item,
  true as changed,
  iso_timestamp(now()) as deleted_at
from target
join deleted on deleted.id = (target.activity).id;
