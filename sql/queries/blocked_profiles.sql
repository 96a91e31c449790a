-- Whom the caller blocks. Newest first; `created_at` and `id` are the cursor.
select presented.item, iso_timestamp(page.at) as created_at, page.id
from (
  select *
  from (
    select person, tie.created_at as at, tie.blocked_id as id
    from blocks tie
    join profiles person on person.id = tie.blocked_id
    where tie.blocker_id = cast(:caller_id as uuid)
      and (tie.created_at, tie.blocked_id) < (
        coalesce(cast(:cursor_at as timestamptz), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by tie.created_at desc, tie.blocked_id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page
cross join lateral profile_items(page.person, cast(:caller_id as uuid)) presented
order by page.at desc, page.id desc;
