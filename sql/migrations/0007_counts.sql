-- Counters and the trending score, kept exact by triggers: they run in the statement that changes the rows, for
-- cascades as well, and add to what is there under a row lock.

create table activity_counts (
  activity_id uuid primary key references activities (id) on delete cascade,
  likes integer not null default 0 check (likes >= 0),
  reposts integer not null default 0 check (reposts >= 0),
  replies integer not null default 0 check (replies >= 0),
  quotes integer not null default 0 check (quotes >= 0),
  -- Seconds since the epoch of the crud's beginning; null for replies, which do not trend.
  born double precision,
  -- The logarithm of what people did with it, plus its age: ten times as much lifts it over what is 12.5 hours younger.
  -- It changes only when somebody acts, so that an index holds the order and nothing has to decay it.
  score double precision generated always as (
    log(1 + likes + 2.0::double precision * reposts + 2.0::double precision * quotes + replies) + born / 45000
  ) stored,
  -- When listeners were last told of a change, and of which sum. See `tell_change`.
  told_at timestamptz not null default '-infinity',
  told_total integer not null default 0
) with (fillfactor = 85);

create index activity_counts_trending on activity_counts (score desc, activity_id desc) where score is not null;

insert into activity_counts (activity_id, likes, reposts, replies, quotes, born)
select
  activity.id,
  (select count(*) from likes where activity_id = activity.id),
  (select count(*) from reposts where activity_id = activity.id),
  (select count(*) from activities reply where reply.parent_id = activity.id and reply.hidden_at is null),
  (select count(*) from activities quote where quote.quote_id = activity.id and quote.hidden_at is null),
  case when activity.parent_id is null then extract(epoch from activity.created_at) end
from activities activity;

-- Locks the counters in the order of their ids, so that two statements never wait for one another crosswise, and adds.
-- `changed` holds the rows that came or went.
create function count_likes() returns trigger language plpgsql as $$
declare
  step integer = case when tg_op = 'INSERT' then 1 else -1 end;
begin
  perform from activity_counts where activity_id in (select activity_id from changed) order by activity_id for update;
  update activity_counts counts set likes = counts.likes + step * change.number
  from (select activity_id, count(*) as number from changed group by activity_id) change
  where counts.activity_id = change.activity_id;
  return null;
end;
$$;

create function count_reposts() returns trigger language plpgsql as $$
declare
  step integer = case when tg_op = 'INSERT' then 1 else -1 end;
begin
  perform from activity_counts where activity_id in (select activity_id from changed) order by activity_id for update;
  update activity_counts counts set reposts = counts.reposts + step * change.number
  from (select activity_id, count(*) as number from changed group by activity_id) change
  where counts.activity_id = change.activity_id;
  return null;
end;
$$;

-- A crud's own counters, and those of what it answers and quotes. What a moderator hid does not count.
create function count_activities() returns trigger language plpgsql as $$
declare
  step integer = case when tg_op = 'INSERT' then 1 else -1 end;
begin
  if tg_op = 'INSERT' then
    insert into activity_counts (activity_id, born)
    select id, case when parent_id is null then extract(epoch from created_at) end from changed;
  end if;
  if not exists (select from changed where parent_id is not null or quote_id is not null) then
    return null;
  end if;
  perform from activity_counts
  where activity_id in (select parent_id from changed union select quote_id from changed)
  order by activity_id for update;
  update activity_counts counts
  set replies = counts.replies + step * change.replies, quotes = counts.quotes + step * change.quotes
  from (
    select target, count(*) filter (where is_reply) as replies, count(*) filter (where not is_reply) as quotes
    from (
      select parent_id as target, true as is_reply from changed where hidden_at is null
      union all
      select quote_id, false from changed where hidden_at is null
    ) one
    where target is not null
    group by target
  ) change
  where counts.activity_id = change.target;
  return null;
end;
$$;

create function count_hidden_activity() returns trigger language plpgsql as $$
declare
  step integer = case when new.hidden_at is null then 1 else -1 end;
begin
  perform from activity_counts where activity_id in (new.parent_id, new.quote_id) order by activity_id for update;
  update activity_counts set replies = replies + step where activity_id = new.parent_id;
  update activity_counts set quotes = quotes + step where activity_id = new.quote_id;
  return null;
end;
$$;

create trigger count_added after insert on likes
referencing new table as changed for each statement execute function count_likes();

create trigger count_removed after delete on likes
referencing old table as changed for each statement execute function count_likes();

create trigger count_added after insert on reposts
referencing new table as changed for each statement execute function count_reposts();

create trigger count_removed after delete on reposts
referencing old table as changed for each statement execute function count_reposts();

create trigger count_added after insert on activities
referencing new table as changed for each statement execute function count_activities();

create trigger count_removed after delete on activities
referencing old table as changed for each statement execute function count_activities();

create trigger count_hidden after update of hidden_at on activities
for each row when ((old.hidden_at is null) <> (new.hidden_at is null)) execute function count_hidden_activity();

-- Whether those who look at a crud are told of its new counts now: at most once in two seconds, and only when the sum
-- moved by a hundredth or more, so that a crud with a million likes costs a few hundred messages a listener
-- (docs/adr/0005).
create function tell_change(target uuid) returns boolean
language sql volatile
begin atomic
  update activity_counts
  set told_at = now(), told_total = likes + reposts + replies + quotes
  where activity_id = target
    and told_at < now() - interval '2 seconds'
    and likes + reposts + replies + quotes <> told_total
    and abs(likes + reposts + replies + quotes - told_total) >= (likes + reposts + replies + quotes) / 100
  returning true;
end;
