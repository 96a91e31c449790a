-- A moderator hides a crud, or shows it again.
select set_hidden(require_active(cast(:caller_id as uuid)), cast(:target_id as uuid), cast(:hide as boolean), :reason) is null
  as item;
