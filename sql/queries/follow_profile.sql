-- The caller follows somebody. Once or twice is the same; only the first time counts, and tells.
with done as materialized (
  select
    add_follow(
      require_active(cast(:caller_id as uuid)),
      require_person(cast(:target_id as uuid), cast(:caller_id as uuid))
    ) as changed
)
select case when done.changed is not null then follow_now(cast(:target_id as uuid), cast(:caller_id as uuid)) end as item
from done;
