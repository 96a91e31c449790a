-- The caller takes a block back; nothing happens when there was none.
with done as materialized (
  select remove_block(require_active(cast(:caller_id as uuid)), cast(:target_id as uuid)) is null as changed
)
select case when done.changed is not null then relationship_now(cast(:target_id as uuid), cast(:caller_id as uuid)) end as item
from done;
