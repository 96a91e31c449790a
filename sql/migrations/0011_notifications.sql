-- What happened to whom. Rows come from triggers, so that no query that likes, posts or follows has to know; groups
-- («Ada and 3 others liked your crud») are kept beside them, so that reading a page costs the same however many liked.

-- Follows make one group a day (UTC); what is about a crud makes one for good.
create function notification_day(kind text, created_at timestamptz) returns date
language sql immutable parallel safe
return case when kind = 'FOLLOW' then (created_at at time zone 'UTC')::date else '-infinity'::date end;

-- The key of a row's group: recipient, kind, about, day.
alter table notifications
  add column about uuid not null generated always as (coalesce(activity_id, '00000000-0000-0000-0000-000000000000')) stored,
  add column day date not null generated always as (notification_day(kind, created_at)) stored;
create index notifications_of_group on notifications (recipient_id, kind, about, day, id desc);

create table notification_groups (
  recipient_id uuid not null references profiles (id) on delete cascade,
  kind text not null,
  about uuid not null,
  day date not null,
  activity_id uuid references activities (id) on delete cascade,
  -- The newest row of the group: its place in the list.
  newest_id bigint not null,
  total integer not null check (total > 0),
  primary key (recipient_id, kind, about, day)
);
create index notification_groups_newest on notification_groups (recipient_id, newest_id desc);
create index notification_groups_by_activity on notification_groups (activity_id);

-- Whether somebody wants to hear that kind of thing of somebody: not of oneself, nor across a block, nor of whom they
-- muted, nor of a kind they switched off.
create function wants_notification(recipient uuid, actor uuid, kind text) returns boolean
language sql stable parallel safe
return recipient <> actor
  and not is_blocked_between(recipient, actor)
  and not is_muted_by(actor, recipient)
  and not exists (
    select from notification_settings settings
    where settings.profile_id = recipient and kind = any (settings.muted_kinds)
  );

-- Groups follow the rows. They are locked in the order of their key.
create function group_notifications() returns trigger language plpgsql as $$
begin
  insert into notification_groups as known (recipient_id, kind, about, day, activity_id, newest_id, total)
  select changed.recipient_id, changed.kind, changed.about, changed.day, changed.activity_id, max(changed.id), count(*)
  from changed
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4
  on conflict (recipient_id, kind, about, day) do update
  set newest_id = greatest(known.newest_id, excluded.newest_id), total = known.total + excluded.total;
  return null;
end;
$$;

create function ungroup_notifications() returns trigger language plpgsql as $$
begin
  perform from notification_groups known
  where (known.recipient_id, known.kind, known.about, known.day)
    in (select changed.recipient_id, changed.kind, changed.about, changed.day from changed)
  order by known.recipient_id, known.kind, known.about, known.day
  for update;
  with gone as materialized (
    select changed.recipient_id, changed.kind, changed.about, changed.day, count(*) as number
    from changed
    group by 1, 2, 3, 4
  ), emptied as (
    delete from notification_groups known
    using gone
    where known.recipient_id = gone.recipient_id and known.kind = gone.kind
      and known.about = gone.about and known.day = gone.day
      and known.total <= gone.number
  )
  update notification_groups known set
    total = known.total - gone.number,
    newest_id = (
      select row.id
      from notifications row
      where row.recipient_id = gone.recipient_id and row.kind = gone.kind
        and row.about = gone.about and row.day = gone.day
      order by row.id desc
      limit 1
    )
  from gone
  where known.recipient_id = gone.recipient_id and known.kind = gone.kind
    and known.about = gone.about and known.day = gone.day
    and known.total > gone.number;
  return null;
end;
$$;

create trigger group_added after insert on notifications
referencing new table as changed for each statement execute function group_notifications();

create trigger group_removed after delete on notifications
referencing old table as changed for each statement execute function ungroup_notifications();

-- Likes and reposts; the trigger's argument is the kind.
create function notify_of_reaction() returns trigger language plpgsql as $$
begin
  insert into notifications (recipient_id, actor_id, kind, activity_id, created_at)
  select activity.author_id, changed.profile_id, tg_argv[0], changed.activity_id, changed.created_at
  from changed
  join activities activity on activity.id = changed.activity_id
  where wants_notification(activity.author_id, changed.profile_id, tg_argv[0])
  on conflict do nothing;
  return null;
end;
$$;

-- Undone. When the crud itself is going, the cascade takes its notifications.
create function forget_reaction() returns trigger language plpgsql as $$
begin
  delete from notifications told
  using changed
  join activities activity on activity.id = changed.activity_id
  where told.recipient_id = activity.author_id
    and told.actor_id = changed.profile_id
    and told.kind = tg_argv[0]
    and told.activity_id = changed.activity_id;
  return null;
end;
$$;

create trigger notify_added after insert on likes
referencing new table as changed for each statement execute function notify_of_reaction('LIKE');

create trigger notify_removed after delete on likes
referencing old table as changed for each statement execute function forget_reaction('LIKE');

create trigger notify_added after insert on reposts
referencing new table as changed for each statement execute function notify_of_reaction('REPOST');

create trigger notify_removed after delete on reposts
referencing old table as changed for each statement execute function forget_reaction('REPOST');

-- Replies and quotes. Who is answered and quoted in one crud is told once.
create function notify_of_activity() returns trigger language plpgsql as $$
begin
  insert into notifications (recipient_id, actor_id, kind, activity_id, created_at)
  select answered.author_id, changed.author_id, 'REPLY', changed.id, changed.created_at
  from changed
  join activities answered on answered.id = changed.parent_id
  where wants_notification(answered.author_id, changed.author_id, 'REPLY')
  on conflict do nothing;
  insert into notifications (recipient_id, actor_id, kind, activity_id, created_at)
  select quoted.author_id, changed.author_id, 'QUOTE', changed.id, changed.created_at
  from changed
  join activities quoted on quoted.id = changed.quote_id
  left join activities answered on answered.id = changed.parent_id
  where quoted.author_id is distinct from answered.author_id
    and wants_notification(quoted.author_id, changed.author_id, 'QUOTE')
  on conflict do nothing;
  return null;
end;
$$;

create trigger notify_added after insert on activities
referencing new table as changed for each statement execute function notify_of_activity();

-- Mentions; not of those who are told of the same crud as a reply or a quote.
create function notify_of_mention() returns trigger language plpgsql as $$
begin
  insert into notifications (recipient_id, actor_id, kind, activity_id, created_at)
  select changed.profile_id, activity.author_id, 'MENTION', activity.id, activity.created_at
  from changed
  join activities activity on activity.id = changed.activity_id
  left join activities answered on answered.id = activity.parent_id
  left join activities quoted on quoted.id = activity.quote_id
  where changed.profile_id is distinct from answered.author_id
    and changed.profile_id is distinct from quoted.author_id
    and wants_notification(changed.profile_id, activity.author_id, 'MENTION')
  on conflict do nothing;
  return null;
end;
$$;

create function forget_mention() returns trigger language plpgsql as $$
begin
  delete from notifications told
  using changed
  join activities activity on activity.id = changed.activity_id
  where told.recipient_id = changed.profile_id
    and told.actor_id = activity.author_id
    and told.kind = 'MENTION'
    and told.activity_id = changed.activity_id;
  return null;
end;
$$;

create trigger notify_added after insert on activity_mentions
referencing new table as changed for each statement execute function notify_of_mention();

create trigger notify_removed after delete on activity_mentions
referencing old table as changed for each statement execute function forget_mention();

create function notify_of_follow() returns trigger language plpgsql as $$
begin
  insert into notifications (recipient_id, actor_id, kind, created_at)
  select changed.followee_id, changed.follower_id, 'FOLLOW', changed.created_at
  from changed
  where wants_notification(changed.followee_id, changed.follower_id, 'FOLLOW')
  on conflict do nothing;
  return null;
end;
$$;

create function forget_follow() returns trigger language plpgsql as $$
begin
  delete from notifications told
  using changed
  where told.recipient_id = changed.followee_id
    and told.actor_id = changed.follower_id
    and told.kind = 'FOLLOW'
    and told.activity_id is null;
  return null;
end;
$$;

create trigger notify_added after insert on follows
referencing new table as changed for each statement execute function notify_of_follow();

create trigger notify_removed after delete on follows
referencing old table as changed for each statement execute function forget_follow();

-- The rules for notifications, as views so that every query reads through them and Postgres sees their indexes: rows
-- whose actor the recipient may see and has not muted …
create view visible_notifications as
select row.recipient_id, row.kind, row.about, row.day, row.id, row.created_at, actor
from notifications row
join profiles actor on actor.id = row.actor_id
where is_person_visible(actor, row.recipient_id) and not is_muted_by(actor.id, row.recipient_id);

-- … and groups that hold such a row and are about something visible.
create view visible_notification_groups as
select told.*, activity, author
from notification_groups told
left join activities activity on activity.id = told.activity_id
left join profiles author on author.id = activity.author_id
where (told.activity_id is null or is_visible(activity, author, told.recipient_id))
  and exists (
    select from visible_notifications row
    where row.recipient_id = told.recipient_id and row.kind = told.kind
      and row.about = told.about and row.day = told.day
  );

-- Whether a row of this very statement is worth a signal: the first of its recipient in two seconds (docs/adr/0006).
-- Listeners look at once and again two seconds later, so they miss nothing of what came in between.
create function is_signalled(fresh notifications) returns boolean
language sql stable parallel safe
return fresh.created_at = now() and not exists (
  select from notifications earlier
  where earlier.id = (
      select max(before.id) from notifications before
      where before.recipient_id = fresh.recipient_id and before.id < fresh.id
    )
    and earlier.created_at >= date_bin(interval '2 seconds', now(), timestamptz 'epoch')
);

-- Who is to be told of what the calling statement did: a JSON array of ids, null for nobody. Of a like or repost …
create function signalled_author(target uuid, actor uuid) returns json
language sql volatile
begin atomic
  select json_agg(distinct fresh.recipient_id)
  from activities activity
  join notifications fresh
    on fresh.recipient_id = activity.author_id and fresh.actor_id = actor and fresh.activity_id = activity.id
  where activity.id = target and is_signalled(fresh);
end;

-- … of a new crud …
create function signalled_people(posted uuid) returns json
language sql volatile
begin atomic
  select json_agg(distinct fresh.recipient_id)
  from notifications fresh
  where fresh.activity_id = posted and fresh.kind in ('REPLY', 'QUOTE', 'MENTION') and is_signalled(fresh);
end;

-- … and of a follow.
create function signalled_followee(followee uuid, follower uuid) returns json
language sql volatile
begin atomic
  select json_agg(fresh.recipient_id)
  from notifications fresh
  where fresh.recipient_id = followee and fresh.actor_id = follower and fresh.kind = 'FOLLOW' and is_signalled(fresh);
end;

-- The GraphQL type Relationship after a follow: subscribers get what the follower selected, so nothing is in it that concerns the
-- follower alone. `notifies` names whom to tell.
create function follow_now(target uuid, viewer uuid) returns json
language sql volatile
begin atomic
  select json_build_object(
    'id', target,
    'followedByMe', exists (select from follows where follower_id = viewer and followee_id = target),
    'followsMe', exists (select from follows where follower_id = target and followee_id = viewer),
    'followerCount', counts.followers,
    'notifies', signalled_followee(target, viewer)
  )
  from profile_counts counts
  where counts.profile_id = target;
end;
