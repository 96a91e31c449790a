-- A moderator suspends a person, or lets them back.
select set_suspended(
  require_active(cast(:caller_id as uuid)), cast(:target_id as uuid), cast(:suspend as boolean), :reason
) is null as item;
