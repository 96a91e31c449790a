-- Reports a person whom the caller can see.
select add_report(
  require_active(cast(:caller_id as uuid)),
  require_person(cast(:target_id as uuid), cast(:caller_id as uuid)),
  null, :reason, :note
) is null as item;
