-- The order of locks, so that no two statements ever wait for one another crosswise: counters of cruds by their ids, then
-- counters of people by theirs.

-- A deleted crud's cascade reaches counters of people (of its replies' authors) before its own trigger would reach the
-- counters of what it answers and quotes. So these are locked first.
create function lock_counts() returns trigger language plpgsql as $$
begin
  perform from activity_counts where activity_id in (old.parent_id, old.quote_id) order by activity_id for update;
  return old;
end;
$$;

create trigger lock_before_removal before delete on activities
for each row when (old.parent_id is not null or old.quote_id is not null) execute function lock_counts();

-- Triggers fire by their names: `count_people_removed` came before `count_removed`.
alter trigger count_people_removed on activities rename to count_removed_people;

-- Two people's follows and blocks happen one after the other: whoever comes second sees what the first one did. Without
-- this a follow that began before a block would stand beside it.
create function lock_people(one uuid, other uuid) returns void
language plpgsql volatile as $$
begin
  perform from profile_counts where profile_id in (one, other) order by profile_id for update;
end;
$$;

create or replace function add_follow(follower uuid, followee uuid) returns boolean
language plpgsql volatile as $$
begin
  perform lock_people(follower, followee);
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

create or replace function add_block(blocker uuid, blocked uuid) returns void
language plpgsql volatile as $$
begin
  perform lock_people(blocker, blocked);
  insert into blocks (blocker_id, blocked_id) values (blocker, blocked) on conflict do nothing;
  delete from follows
  where (follower_id = blocker and followee_id = blocked) or (follower_id = blocked and followee_id = blocker);
  delete from notifications
  where (recipient_id = blocker and actor_id = blocked) or (recipient_id = blocked and actor_id = blocker);
end;
$$;

-- Deletes a part of what has expired, and with it all that hangs on it; the triggers keep the counters of what stays. Told
-- how many cruds at most; answers how many rows it took, 0 when nothing is left. Replies go before what they answer, and
-- what many people did with one crud goes in parts before it, so that no call takes long. Whoever else holds a row (another
-- run, the deletion of an account) is not waited for.
create function delete_expired(most integer) returns integer
language plpgsql volatile as $$
declare
  victims uuid[];
  number integer;
  total integer = 0;
begin
  victims = array(
    select activity.id
    from activities activity
    where activity.expires_at <= now()
      and not exists (select from activities reply where reply.parent_id = activity.id)
    order by activity.expires_at
    limit most
    for update skip locked
  );

  delete from likes
  where (activity_id, profile_id) in (
    select activity_id, profile_id from likes
    where activity_id = any (victims)
    limit most * 10
    for update skip locked
  );
  get diagnostics number = row_count;
  total = total + number;

  delete from reposts
  where (activity_id, profile_id) in (
    select activity_id, profile_id from reposts
    where activity_id = any (victims)
    limit most * 10
    for update skip locked
  );
  get diagnostics number = row_count;
  total = total + number;

  delete from bookmarks
  where (profile_id, activity_id) in (
    select profile_id, activity_id from bookmarks
    where activity_id = any (victims)
    limit most * 10
    for update skip locked
  );
  get diagnostics number = row_count;
  total = total + number;

  update activities set quote_id = null
  where id in (
    select id from activities
    where quote_id = any (victims)
    limit most
    for update skip locked
  );
  get diagnostics number = row_count;
  total = total + number;

  perform from activity_counts
  where activity_id in (select parent_id from activities where id = any (victims) union select quote_id from activities where id = any (victims))
  order by activity_id for update;
  delete from activities activity
  where activity.id = any (victims)
    and not exists (select from likes where activity_id = activity.id)
    and not exists (select from reposts where activity_id = activity.id)
    and not exists (select from bookmarks where activity_id = activity.id)
    and not exists (select from activities quote where quote.quote_id = activity.id);
  get diagnostics number = row_count;
  return total + number;
end;
$$;
