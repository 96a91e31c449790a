-- Who likes a crud, the latest first. No row when the viewer may not see that one; one row
-- without an item when there is nothing.
with target as (
  select activity.id
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = cast(:id as uuid) and is_visible(activity, author, cast(:viewer_id as uuid))
)
select presented.item, iso_timestamp(page.at) as at, page.id
from target
left join lateral (
  select *
  from (
    select person, liked.created_at as at, liked.profile_id as id
    from likes liked
    join profiles person on person.id = liked.profile_id
    where liked.activity_id = target.id
      and is_person_visible(person, cast(:viewer_id as uuid))
      and (liked.created_at, liked.profile_id) < (
        coalesce(cast(:cursor_at as timestamptz), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by liked.created_at desc, liked.profile_id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page on true
left join lateral profile_items(page.person, cast(:viewer_id as uuid)) presented on page.id is not null
order by page.at desc, page.id desc;
