-- A moderator finds nothing wrong with what was reported.
select dismiss_report(require_active(cast(:caller_id as uuid)), cast(:target_id as uuid), :reason) is null as item;
