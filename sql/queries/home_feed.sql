-- The home feed: everybody's live cruds, newest first; one JSON object a row. Ask for one row more than a page, to know
-- whether there is a next one. The cursor is the position of the last crud seen, null for the first page.
--
-- As in every list here: ids by an index and the rules, in `walk`; what was found is presented after that, and no more
-- than was asked for. `walk` ends at the largest page there is and one: of a limit that it does not know, the planner
-- assumes a tenth of the table, and sorts that rather than walk the index.
select presented.item, iso_timestamp(page.at) as at, page.id
from (
  select *
  from (
    select activity, author, activity.created_at as at, activity.id as id
    from activities activity
    join profiles author on author.id = activity.author_id
    where activity.parent_id is null
      and is_in_feed(activity, author, cast(:viewer_id as uuid))
      and (activity.created_at, activity.id) < (
        coalesce(cast(:cursor_at as timestamptz), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by activity.created_at desc, activity.id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page
cross join lateral activity_items(page.activity, page.author, cast(:viewer_id as uuid)) presented
order by page.at desc, page.id desc;
