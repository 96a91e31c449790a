-- A moderator suspends a person, or lets them back. `item` is the person's id as Postgres writes it.
with done as materialized (
  select set_suspended(
    require_active(cast(:caller_id as uuid)), cast(:target_id as uuid), cast(:suspend as boolean), :reason
  )
)
select cast(:target_id as uuid) as item from done;
