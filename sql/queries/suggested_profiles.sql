-- Whom the viewer may want to follow: those whom the people they follow follow, then the most followed. The cost is
-- bounded: 50 people, 20 follows of each, 200 of the most followed.
with mine as materialized (
  select tie.followee_id
  from follows tie
  where tie.follower_id = cast(:viewer_id as uuid)
  order by tie.created_at desc
  limit 50
), near as materialized (
  select second.followee_id as id, count(*) as ties
  from mine
  cross join lateral (
    select tie.followee_id
    from follows tie
    where tie.follower_id = mine.followee_id
    order by tie.created_at desc
    limit 20
  ) second
  group by second.followee_id
  order by ties desc
  limit 100
), popular as materialized (
  select counts.profile_id as id, 0 as ties
  from profile_counts counts
  order by counts.followers desc, counts.profile_id desc
  limit 200
), chosen as materialized (
  select candidate.id, max(candidate.ties) as ties, max(counts.followers) as followers
  from (select id, ties from near union all select id, ties from popular) candidate
  join profiles person on person.id = candidate.id
  join profile_counts counts on counts.profile_id = candidate.id
  where candidate.id is distinct from cast(:viewer_id as uuid)
    and is_person_visible(person, cast(:viewer_id as uuid))
    and not exists (
      select from follows tie
      where tie.follower_id = cast(:viewer_id as uuid) and tie.followee_id = candidate.id
    )
    and (cast(:viewer_id as uuid) is null or not is_muted_by(candidate.id, cast(:viewer_id as uuid)))
  group by candidate.id
  order by ties desc, followers desc, candidate.id
  limit cast(:row_limit as integer)
)
select presented.item
from chosen
join profiles person on person.id = chosen.id
cross join lateral profile_items(person, cast(:viewer_id as uuid)) presented
order by chosen.ties desc, chosen.followers desc, chosen.id;
