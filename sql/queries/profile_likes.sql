-- What a person likes, the latest liked first. No row when there is no such person for the viewer;
-- one row without an item when there is nothing.
select page.item, page.at, page.id
from profiles person
left join lateral (
  select
    activity_json(activity, author, cast(:viewer_id as uuid)) as item,
    iso_timestamp(liked.created_at) as at,
    activity.id
  from likes liked
  join activities activity on activity.id = liked.activity_id
  join profiles author on author.id = activity.author_id
  where liked.profile_id = person.id
    and is_visible(activity, author, cast(:viewer_id as uuid))
    and (liked.created_at, liked.activity_id) < (
      coalesce(cast(:cursor_at as timestamptz), 'infinity'),
      coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    )
  order by liked.created_at desc, liked.activity_id desc
  limit cast(:row_limit as integer)
) page on true
where lower(person.handle) = :handle and is_person_visible(person, cast(:viewer_id as uuid))
order by page.at desc, page.id desc;
