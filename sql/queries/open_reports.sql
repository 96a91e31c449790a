-- What nobody has dealt with yet, oldest first; `created_at` and `id` are the cursor. For moderators.
select report_json(report) as item, iso_timestamp(report.created_at) as created_at, report.id
from reports report
where report.resolved_at is null
  and (report.created_at, report.id) > (
    coalesce(cast(:cursor_at as timestamptz), '-infinity'),
    coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
  )
order by report.created_at, report.id
limit cast(:row_limit as integer);
