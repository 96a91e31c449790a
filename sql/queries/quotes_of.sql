-- What quotes a crud, newest first. No row when the viewer may not see that one; one row
-- without an item when there is nothing.
with target as (
  select activity.id
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = cast(:id as uuid) and is_visible(activity, author, cast(:viewer_id as uuid))
)
select page.item, page.at, page.id
from target
left join lateral (
  select
    activity_json(activity, author, cast(:viewer_id as uuid)) as item,
    iso_timestamp(activity.created_at) as at,
    activity.id
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.quote_id = target.id
    and is_visible(activity, author, cast(:viewer_id as uuid))
    and (activity.created_at, activity.id) < (
      coalesce(cast(:cursor_at as timestamptz), 'infinity'),
      coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    )
  order by activity.created_at desc, activity.id desc
  limit cast(:row_limit as integer)
) page on true
order by page.at desc, page.id desc;
