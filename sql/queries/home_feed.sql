-- The home feed: everybody's live cruds, newest first; one JSON object a row. Ask for one row more than a page, to know
-- whether there is a next one. The cursor is the position of the last crud seen, null for the first page.
select presented.item, iso_timestamp(page.created_at) as at, page.id
from (
  select activity, author, activity.created_at, activity.id
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.parent_id is null
    and is_in_feed(activity, author, cast(:viewer_id as uuid))
    and (activity.created_at, activity.id) < (
      coalesce(cast(:cursor_at as timestamptz), 'infinity'),
      coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    )
  order by activity.created_at desc, activity.id desc
  -- The largest page there is, and one. Of a limit that it does not know, the planner assumes a tenth of the table, and
  -- sorts that rather than walk the index.
  limit 51
) page
cross join lateral activity_items(page.activity, page.author, cast(:viewer_id as uuid)) presented
order by page.created_at desc, page.id desc
limit cast(:row_limit as integer);
