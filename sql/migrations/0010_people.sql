-- The counters of people, exact by triggers as those of cruds are (0007), and what a profile shows of them.

create table profile_counts (
  profile_id uuid primary key references profiles (id) on delete cascade,
  followers integer not null default 0 check (followers >= 0),
  following integer not null default 0 check (following >= 0),
  -- Cruds and replies that are not deleted yet.
  activities integer not null default 0 check (activities >= 0)
) with (fillfactor = 85);

-- Whom to suggest to people who follow nobody yet.
create index profile_counts_popular on profile_counts (followers desc, profile_id desc);

insert into profile_counts (profile_id, followers, following, activities)
select
  person.id,
  (select count(*) from follows where followee_id = person.id),
  (select count(*) from follows where follower_id = person.id),
  (select count(*) from activities where author_id = person.id)
from profiles person;

create function count_new_people() returns trigger language plpgsql as $$
begin
  insert into profile_counts (profile_id) select id from changed;
  return null;
end;
$$;

create trigger count_added after insert on profiles
referencing new table as changed for each statement execute function count_new_people();

-- Counts what a statement added to or took from `follows`. The counters are locked in the order of their ids, so that
-- two people who follow each other at once do not wait for one another crosswise.
create function count_follows() returns trigger language plpgsql as $$
declare
  step integer = case when tg_op = 'INSERT' then 1 else -1 end;
begin
  perform from profile_counts
  where profile_id in (select followee_id from changed union select follower_id from changed)
  order by profile_id for update;
  update profile_counts counts set
    followers = counts.followers + step * change.followers,
    following = counts.following + step * change.following
  from (
    select one.id, count(*) filter (where one.is_followee) as followers, count(*) filter (where not one.is_followee) as following
    from (
      select followee_id as id, true as is_followee from changed
      union all
      select follower_id, false from changed
    ) one
    group by one.id
  ) change
  where counts.profile_id = change.id;
  return null;
end;
$$;

create trigger count_added after insert on follows
referencing new table as changed for each statement execute function count_follows();

create trigger count_removed after delete on follows
referencing old table as changed for each statement execute function count_follows();

-- Its triggers come after those of the cruds' own counters, by their names: the counters of cruds are locked before
-- those of people, in every statement.
create function count_authored() returns trigger language plpgsql as $$
declare
  step integer = case when tg_op = 'INSERT' then 1 else -1 end;
begin
  perform from profile_counts
  where profile_id in (select author_id from changed)
  order by profile_id for update;
  update profile_counts counts set activities = counts.activities + step * change.number
  from (select author_id, count(*) as number from changed group by author_id) change
  where counts.profile_id = change.author_id;
  return null;
end;
$$;

create trigger count_people_added after insert on activities
referencing new table as changed for each statement execute function count_authored();

create trigger count_people_removed after delete on activities
referencing old table as changed for each statement execute function count_authored();

-- The GraphQL type Profile with everything that depends on the viewer, and the counters.
create or replace function profile_json(person profiles, viewer uuid) returns json
language sql stable parallel safe
return (
  select json_build_object(
    'id', person.id,
    'handle', person.handle,
    'displayName', person.display_name,
    'createdAt', iso_timestamp(person.created_at),
    'bio', person.bio,
    'location', person.location,
    'website', person.website,
    'followerCount', coalesce(counts.followers, 0),
    'followingCount', coalesce(counts.following, 0),
    'activityCount', coalesce(counts.activities, 0),
    'followedByMe', exists (select from follows where follower_id = viewer and followee_id = person.id),
    'followsMe', exists (select from follows where follower_id = person.id and followee_id = viewer),
    'mutedByMe', exists (select from mutes where muter_id = viewer and muted_id = person.id),
    'blockedByMe', exists (select from blocks where blocker_id = viewer and blocked_id = person.id),
    'suspended', person.suspended_at is not null,
    'suspendedReason', case when person.id = viewer then person.suspended_reason end
  )
  from (select) as always
  left join profile_counts counts on counts.profile_id = person.id
);

-- Whether a viewer may open somebody's page: as `is_person_visible`, but whom one blocked oneself is there to be
-- unblocked.
create function is_profile_open(person profiles, viewer uuid) returns boolean
language sql stable parallel safe
return (person.suspended_at is null or person.id is not distinct from viewer)
  and (viewer is null or not exists (select from blocks where blocker_id = person.id and blocked_id = viewer));

-- The person whom a statement is about, for everything but a look at them; ends the statement with «not found» when
-- the caller may not see them.
create function require_person(target uuid, caller uuid) returns uuid
language plpgsql stable as $$
begin
  if not exists (select from profiles person where person.id = target and is_profile_open(person, caller)) then
    raise exception 'refused NotFound';
  end if;
  return target;
end;
$$;

-- What people do with each other. Each is a statement of its own, so that the counters are right before the next one
-- looks; doing it twice is doing it once. Answers whether it changed something.
create function add_follow(follower uuid, followee uuid) returns boolean
language plpgsql volatile as $$
begin
  if exists (select from follows where follower_id = follower and followee_id = followee) then
    return false;
  end if;
  if is_blocked_between(follower, followee) then
    raise exception 'refused NotFound';
  end if;
  if take_token(follower, 'FOLLOW', 200, interval '1 hour') is null then
    raise exception 'refused RateLimited';
  end if;
  insert into follows (follower_id, followee_id) values (follower, followee) on conflict do nothing;
  return found;
end;
$$;

create function remove_follow(follower uuid, followee uuid) returns void
language sql volatile
begin atomic
  delete from follows where follower_id = follower and followee_id = followee;
end;

-- A block ends what is between the two: follows, and what either was told of the other.
create function add_block(blocker uuid, blocked uuid) returns void
language plpgsql volatile as $$
begin
  insert into blocks (blocker_id, blocked_id) values (blocker, blocked) on conflict do nothing;
  delete from follows
  where (follower_id = blocker and followee_id = blocked) or (follower_id = blocked and followee_id = blocker);
  delete from notifications
  where (recipient_id = blocker and actor_id = blocked) or (recipient_id = blocked and actor_id = blocker);
end;
$$;

create function remove_block(blocker uuid, blocked uuid) returns void
language plpgsql volatile as $$
begin
  delete from blocks where blocker_id = blocker and blocked_id = blocked;
  if not found then
    perform require_person(blocked, blocker);
  end if;
end;
$$;

create function add_mute(muter uuid, muted uuid) returns void
language sql volatile
begin atomic
  insert into mutes (muter_id, muted_id) values (muter, muted) on conflict do nothing;
end;

create function remove_mute(muter uuid, muted uuid) returns void
language plpgsql volatile as $$
begin
  delete from mutes where muter_id = muter and muted_id = muted;
  if not found then
    perform require_person(muted, muter);
  end if;
end;
$$;

-- The GraphQL type Relationship as it is after what the calling statement did so far: a volatile function looks anew.
create function relationship_now(target uuid, viewer uuid) returns json
language sql volatile
begin atomic
  select json_build_object(
    'id', target,
    'followedByMe', exists (select from follows where follower_id = viewer and followee_id = target),
    'followsMe', exists (select from follows where follower_id = target and followee_id = viewer),
    'followerCount', counts.followers,
    'mutedByMe', is_muted_by(target, viewer),
    'blockedByMe', exists (select from blocks where blocker_id = viewer and blocked_id = target)
  )
  from profile_counts counts
  where counts.profile_id = target;
end;

-- The lists of one's own.
create index blocks_newest on blocks (blocker_id, created_at desc, blocked_id desc);
create index mutes_newest on mutes (muter_id, created_at desc, muted_id desc);

-- A combining character counts as nothing, so a few graphemes could be a megabyte.
alter table profiles
  add constraint profiles_bio_size check (octet_length(bio) <= 4000),
  add constraint profiles_location_size check (octet_length(location) <= 1000);
