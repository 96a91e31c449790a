-- Who likes a crud, the latest first. No row when the viewer may not see that one; one row
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
    profile_json(person, cast(:viewer_id as uuid)) as item,
    iso_timestamp(liked.created_at) as at,
    person.id
  from likes liked
  join profiles person on person.id = liked.profile_id
  where liked.activity_id = target.id
    and is_person_visible(person, cast(:viewer_id as uuid))
    and (liked.created_at, liked.profile_id) < (
      coalesce(cast(:cursor_at as timestamptz), 'infinity'),
      coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    )
  order by liked.created_at desc, liked.profile_id desc
  limit cast(:row_limit as integer)
) page on true
order by page.at desc, page.id desc;
