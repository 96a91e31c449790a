-- The caller no longer follows somebody; nothing happens when they did not.
with done as materialized (
  select remove_follow(
    require_active(cast(:caller_id as uuid)),
    require_person(cast(:target_id as uuid), cast(:caller_id as uuid))
  ) is null as changed
)
select case when done.changed is not null then follow_now(cast(:target_id as uuid), cast(:caller_id as uuid)) end as item
from done;
