-- A crud, what it answers (the nearest twenty, as far as they can be seen) and what answers it: three levels, of which
-- the first is read by pages and the others show their beginnings. `role` is FOCUSED, ANCESTOR or REPLY; siblings count
-- by `place`, and one that is only there to say that there are more has no `item`. Nothing at all when the crud is not
-- to be seen; the role EXPIRED when nothing but its expiry is the reason. The sum of bytes keeps the result below the Data API's 1 MiB.
with recursive focused as materialized (
  select activity.id, activity.parent_id, activity.created_at
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = cast(:id as uuid) and is_visible(activity, author, cast(:viewer_id as uuid))
), ancestors as (
  select elder.id, elder.parent_id, elder.created_at, 1 as height
  from focused
  join activities elder on elder.id = focused.parent_id
  join profiles author on author.id = elder.author_id
  where cast(:cursor_at as timestamptz) is null and is_shown(elder, author, cast(:viewer_id as uuid))
  union all
  select elder.id, elder.parent_id, elder.created_at, below.height + 1
  from ancestors below
  join activities elder on elder.id = below.parent_id
  join profiles author on author.id = elder.author_id
  where below.height < 20 and is_shown(elder, author, cast(:viewer_id as uuid))
), first_level as materialized (
  select reply.*, row_number() over (order by reply.created_at, reply.id) as place
  from focused
  cross join lateral (
    select reply.id, reply.parent_id, reply.created_at
    from activities reply
    join profiles author on author.id = reply.author_id
    where reply.parent_id = focused.id
      and is_shown(reply, author, cast(:viewer_id as uuid))
      and (reply.created_at, reply.id) > (
        coalesce(cast(:cursor_at as timestamptz), '-infinity'),
        coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
      )
    order by reply.created_at, reply.id
    limit 51
  ) reply
  limit cast(:row_limit as integer)
), second_level as materialized (
  select reply.*, row_number() over (partition by reply.parent_id order by reply.created_at, reply.id) as place
  from first_level above
  cross join lateral (
    select reply.id, reply.parent_id, reply.created_at
    from activities reply
    join profiles author on author.id = reply.author_id
    where reply.parent_id = above.id and is_shown(reply, author, cast(:viewer_id as uuid))
    order by reply.created_at, reply.id
    limit 4
  ) reply
  where above.place < cast(:row_limit as integer)
), third_level as materialized (
  select reply.*, row_number() over (partition by reply.parent_id order by reply.created_at, reply.id) as place
  from second_level above
  cross join lateral (
    select reply.id, reply.parent_id, reply.created_at
    from activities reply
    join profiles author on author.id = reply.author_id
    where reply.parent_id = above.id and is_shown(reply, author, cast(:viewer_id as uuid))
    order by reply.created_at, reply.id
    limit 3
  ) reply
  where above.place < 4
), found as (
  select cast(:id as uuid) as id, null as parent_id, now() as created_at, 'EXPIRED' as role, 0 as rank, 0 as place, false as is_kept
  where not exists (select from focused) and has_expired(cast(:id as uuid), cast(:viewer_id as uuid))
  union all
  select id, parent_id, created_at, 'FOCUSED', 1, 0, true from focused
  union all
  select id, parent_id, created_at, 'ANCESTOR', 2, -height, true from ancestors
  union all
  select id, parent_id, created_at, 'REPLY', 3, place, place < cast(:row_limit as integer) from first_level
  union all
  select id, parent_id, created_at, 'REPLY', 4, place, place < 4 from second_level
  union all
  select id, parent_id, created_at, 'REPLY', 5, place, place < 3 from third_level
), presented as (
  select found.*, shown.item
  from found
  left join lateral (
    select one.item
    from activities activity
    join profiles author on author.id = activity.author_id
    cross join lateral activity_items(activity, author, cast(:viewer_id as uuid)) one
    where found.is_kept and activity.id = found.id
  ) shown on true
)
select
  role,
  parent_id,
  id,
  iso_timestamp(created_at) as at,
  case when sum(coalesce(octet_length(cast(item as text)), 0)) over (order by rank, place, created_at, id) <= 800000
    then item end as item
from presented
order by rank, place, created_at, id;
