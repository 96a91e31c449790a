-- The caller blocks somebody: neither sees the other any more.
with done as materialized (
  select add_block(
    require_active(cast(:caller_id as uuid)),
    require_person(cast(:target_id as uuid), cast(:caller_id as uuid))
  ) is null as changed
)
select case when done.changed is not null then relationship_now(cast(:target_id as uuid), cast(:caller_id as uuid)) end as item
from done;
