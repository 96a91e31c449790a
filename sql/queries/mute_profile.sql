-- The caller mutes somebody: their cruds and notifications stay away, and they do not learn it.
with done as materialized (
  select add_mute(
    require_active(cast(:caller_id as uuid)),
    require_person(cast(:target_id as uuid), cast(:caller_id as uuid))
  ) is null as changed
)
select case when done.changed is not null then relationship_now(cast(:target_id as uuid), cast(:caller_id as uuid)) end as item
from done;
