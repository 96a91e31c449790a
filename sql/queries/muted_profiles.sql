-- Whom the caller mutes. Newest first; `created_at` and `id` are the cursor.
select
  profile_json(person, tie.muter_id) as item,
  iso_timestamp(tie.created_at) as created_at,
  person.id
from mutes tie
join profiles person on person.id = tie.muted_id
where tie.muter_id = cast(:caller_id as uuid)
  and (tie.created_at, tie.muted_id) < (
    coalesce(cast(:cursor_at as timestamptz), 'infinity'),
    coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  )
order by tie.created_at desc, tie.muted_id desc
limit cast(:row_limit as integer);
