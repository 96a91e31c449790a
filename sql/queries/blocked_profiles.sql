-- Whom the caller blocks. Newest first; `created_at` and `id` are the cursor.
select
  profile_json(person, tie.blocker_id) as item,
  iso_timestamp(tie.created_at) as created_at,
  person.id
from blocks tie
join profiles person on person.id = tie.blocked_id
where tie.blocker_id = cast(:caller_id as uuid)
  and (tie.created_at, tie.blocked_id) < (
    coalesce(cast(:cursor_at as timestamptz), 'infinity'),
    coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  )
order by tie.created_at desc, tie.blocked_id desc
limit cast(:row_limit as integer);
