analyze;

-- What triggers would have kept.
delete from activity_counts;
insert into activity_counts (activity_id, likes, reposts, replies, quotes, born)
select activity.id, coalesce(liked.number, 0), coalesce(reposted.number, 0), coalesce(answered.number, 0),
  coalesce(quoted.number, 0), case when activity.parent_id is null then extract(epoch from activity.created_at) end
from activities activity
left join (select activity_id, count(*) as number from likes group by 1) liked on liked.activity_id = activity.id
left join (select activity_id, count(*) as number from reposts group by 1) reposted on reposted.activity_id = activity.id
left join (select parent_id, count(*) as number from activities where parent_id is not null group by 1) answered
  on answered.parent_id = activity.id
left join (select quote_id, count(*) as number from activities where quote_id is not null group by 1) quoted
  on quoted.quote_id = activity.id;

delete from profile_counts;
insert into profile_counts (profile_id, followers, following, activities)
select person.id, coalesce(followers.number, 0), coalesce(following.number, 0), coalesce(written.number, 0)
from profiles person
left join (select followee_id, count(*) as number from follows group by 1) followers on followers.followee_id = person.id
left join (select follower_id, count(*) as number from follows group by 1) following on following.follower_id = person.id
left join (select author_id, count(*) as number from activities group by 1) written on written.author_id = person.id;

insert into notifications (recipient_id, actor_id, kind, activity_id, created_at)
select recipient_id, actor_id, kind, activity_id, created_at
from (
  select activity.author_id as recipient_id, tie.profile_id as actor_id, 'LIKE' as kind, activity.id as activity_id, tie.created_at
  from likes tie join activities activity on activity.id = tie.activity_id
  union all
  select activity.author_id, tie.profile_id, 'REPOST', activity.id, tie.created_at
  from reposts tie join activities activity on activity.id = tie.activity_id
  union all
  select parent.author_id, reply.author_id, 'REPLY', reply.id, reply.created_at
  from activities reply join activities parent on parent.id = reply.parent_id
  union all
  select quoted.author_id, quoting.author_id, 'QUOTE', quoting.id, quoting.created_at
  from activities quoting join activities quoted on quoted.id = quoting.quote_id
  union all
  select followee_id, follower_id, 'FOLLOW', null, created_at from follows
) told
where recipient_id <> actor_id
  and not exists (select from blocks where blocker_id = recipient_id and blocked_id = actor_id)
  and not exists (select from blocks where blocker_id = actor_id and blocked_id = recipient_id)
  and not exists (select from mutes where muter_id = recipient_id and muted_id = actor_id)
order by created_at;

insert into notification_groups (recipient_id, kind, about, day, activity_id, newest_id, total)
select recipient_id, kind, about, day, activity_id, max(id), count(*)
from notifications
group by 1, 2, 3, 4, 5;

drop schema bench cascade;
