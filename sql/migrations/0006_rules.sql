-- What readers may see: the rules, once, for all queries. `viewer` is null for a visitor. Rules of one row are single
-- expressions, so that Postgres inlines them; those that look elsewhere are probes of an index.
-- (The rule of expiry, `is_live`, stands in 0004.)

-- A block works both ways, and nobody learns of it: what it hides is «not found».
create function is_blocked_between(one uuid, other uuid) returns boolean
language sql stable parallel safe
return exists (select from blocks where blocker_id = one and blocked_id = other)
  or exists (select from blocks where blocker_id = other and blocked_id = one);

create function is_muted_by(person_id uuid, viewer uuid) returns boolean
language sql stable parallel safe
return exists (select from mutes where muter_id = viewer and muted_id = person_id);

-- A person who is suspended is there for themselves alone.
create function is_person_visible(person profiles, viewer uuid) returns boolean
language sql stable parallel safe
return (person.suspended_at is null or person.id is not distinct from viewer)
  and (viewer is null or not is_blocked_between(person.id, viewer));

-- A crud by itself. Its author goes on seeing what a moderator hid, with the reason; nobody else does.
create function is_shown(activity activities, author profiles, viewer uuid) returns boolean
language sql stable parallel safe
return is_live(activity)
  and (activity.hidden_at is null or author.id is not distinct from viewer)
  and is_person_visible(author, viewer);

-- Whether both of a reply's elders are shown: the crud that it answers, and the one that began the thread.
create function are_elders_shown(parent_id uuid, thread_id uuid, viewer uuid) returns boolean
language sql stable parallel safe
return not exists (
  select from activities elder
  join profiles author on author.id = elder.author_id
  where elder.id in (are_elders_shown.parent_id, are_elders_shown.thread_id)
    and not is_shown(elder, author, viewer)
);

-- The rule for permalinks, threads, profiles and search: a reply is seen together with what it answers, or not at all.
create function is_visible(activity activities, author profiles, viewer uuid) returns boolean
language sql stable parallel safe
return is_shown(activity, author, viewer)
  and (activity.parent_id is null or are_elders_shown(activity.parent_id, activity.thread_id, viewer));

-- The rule for feeds: without those whom the viewer muted.
create function is_in_feed(activity activities, author profiles, viewer uuid) returns boolean
language sql stable parallel safe
return is_visible(activity, author, viewer)
  and (viewer is null or not is_muted_by(author.id, viewer));

-- How often somebody may do a kind of thing: when the next one would be due, had they come evenly (the «generic cell
-- rate algorithm»: one timestamp a person and kind, exact under concurrency).
create table rate_limits (
  profile_id uuid not null references profiles (id) on delete cascade,
  kind text not null,
  due_at timestamptz not null,
  primary key (profile_id, kind)
);

-- Takes one of `burst` tokens that refill evenly within `per`; true when there was one, else null. A statement that
-- fails gives it back.
create function take_token(caller uuid, token_kind text, burst integer, per interval) returns boolean
language sql volatile
begin atomic
  insert into rate_limits as known (profile_id, kind, due_at)
  values (caller, token_kind, now() + per / burst)
  on conflict (profile_id, kind) do update
  set due_at = greatest(known.due_at, now()) + per / burst
  where greatest(known.due_at, now()) + per / burst <= now() + per
  returning true;
end;
