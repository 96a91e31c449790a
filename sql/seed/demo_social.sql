-- Who follows, likes, reposts and bookmarks whom and what in the demo, out of what is there: by a hash, so that it is the
-- same each time and running it again adds nothing.
with people as (
  select id, handle from profiles where handle in (select json_array_elements_text(cast(:handles as json)))
), cruds as (
  select activity.id, activity.author_id, activity.client_id, activity.created_at
  from activities activity
  join people on people.id = activity.author_id
  where activity.expires_at > now()
), pairs as (
  select
    crud.id, person.id as person_id, crud.created_at,
    abs(hashtext(crud.client_id || person.handle)) % 100 as chance
  from cruds crud
  join people person on person.id <> crud.author_id
), followed as (
  insert into follows (follower_id, followee_id)
  select follower.id, followee.id
  from people follower
  join people followee on followee.id <> follower.id
  where abs(hashtext(follower.handle || '>' || followee.handle)) % 100 < 55
  on conflict do nothing
), liked as (
  insert into likes (activity_id, profile_id, created_at)
  select id, person_id, least(now(), created_at + make_interval(mins => chance)) from pairs where chance < 45
  on conflict do nothing
), reposted as (
  insert into reposts (activity_id, profile_id, created_at)
  select id, person_id, least(now(), created_at + make_interval(mins => chance)) from pairs where chance < 9
  on conflict do nothing
)
insert into bookmarks (activity_id, profile_id)
select id, person_id from pairs where chance between 20 and 32
on conflict do nothing
