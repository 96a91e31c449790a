-- Whom somebody follows; nobody, when the viewer may not see that person. Newest first; `created_at` and `id` are the cursor.
select presented.item, iso_timestamp(page.at) as created_at, page.id
from (
  select *
  from (
    select person, tie.created_at as at, tie.followee_id as id
    from follows tie
    join profiles person on person.id = tie.followee_id
    where tie.follower_id = cast(:profile_id as uuid)
      and exists (
        select from profiles whose
        where whose.id = cast(:profile_id as uuid) and is_profile_open(whose, cast(:viewer_id as uuid))
      )
      and is_person_visible(person, cast(:viewer_id as uuid))
      and (tie.created_at, tie.followee_id) < (
        coalesce(cast(:cursor_at as timestamptz), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by tie.created_at desc, tie.followee_id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page
cross join lateral profile_items(page.person, cast(:viewer_id as uuid)) presented
order by page.at desc, page.id desc;
