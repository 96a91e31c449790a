-- Deletes a part of what somebody left, so that no statement takes longer than the Data API allows; `item` says how much
-- it was. The triggers keep all counters right. A crud goes once nobody's like is left at it: half a million go in parts too.
with likers as (
  delete from likes
  where (activity_id, profile_id) in (
    select others.activity_id, others.profile_id
    from activities own
    join likes others on others.activity_id = own.id
    where own.author_id = cast(:id as uuid)
    limit 2000
  )
  returning 1
), cruds as (
  delete from activities
  where id in (
    select own.id
    from activities own
    where own.author_id = cast(:id as uuid)
      and not exists (select from likes others where others.activity_id = own.id)
    limit 200
  )
  returning 1
), liked as (
  delete from likes
  where profile_id = cast(:id as uuid)
    and activity_id in (select own.activity_id from likes own where own.profile_id = cast(:id as uuid) limit 1000)
  returning 1
), following as (
  delete from follows
  where follower_id = cast(:id as uuid)
    and followee_id in (select own.followee_id from follows own where own.follower_id = cast(:id as uuid) limit 1000)
  returning 1
), followers as (
  delete from follows
  where followee_id = cast(:id as uuid)
    and follower_id in (select own.follower_id from follows own where own.followee_id = cast(:id as uuid) limit 1000)
  returning 1
), told as (
  delete from notifications
  where id in (select own.id from notifications own where own.recipient_id = cast(:id as uuid) limit 2000)
  returning 1
)
select
  (select count(*) from likers) + (select count(*) from cruds) + (select count(*) from liked) + (select count(*) from following)
    + (select count(*) from followers) + (select count(*) from told) as item;
