-- A person's cruds, newest first. No row when there is no such person for the viewer;
-- one row without an item when there is nothing.
select presented.item, iso_timestamp(page.at) as at, page.id
from profiles person
left join lateral (
  select *
  from (
    select activity, author, activity.created_at as at, activity.id as id
    from activities activity
    join profiles author on author.id = activity.author_id
    where activity.author_id = person.id and activity.parent_id is null
      and is_visible(activity, author, cast(:viewer_id as uuid))
      and (activity.created_at, activity.id) < (
        coalesce(cast(:cursor_at as timestamptz), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by activity.created_at desc, activity.id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page on true
left join lateral activity_items(page.activity, page.author, cast(:viewer_id as uuid)) presented on page.id is not null
where lower(person.handle) = :handle and is_person_visible(person, cast(:viewer_id as uuid))
order by page.at desc, page.id desc;
