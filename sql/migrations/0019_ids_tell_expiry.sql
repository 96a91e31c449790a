-- An id tells when its crud expires, so that a link can say «this crud has expired» when nothing is left of the crud, the
-- same to everybody and about everything, without keeping a list of what has gone (docs/adr/0021).

-- A UUID of version 8 (RFC 9562): 48 bits of the expiry in milliseconds, the rest random.
create function new_activity_id(expiry timestamptz) returns uuid
language sql volatile parallel safe
return cast(
  lpad(to_hex(cast(floor(extract(epoch from expiry) * 1000) as bigint)), 12, '0')
  || '8' || substr(replace(cast(gen_random_uuid() as text), '-', ''), 14)
as uuid);

-- When a crud with such an id expires or has expired, whether it is there or not; null for an id that does not tell.
create function expiry_told_by(id uuid) returns timestamptz
language sql immutable strict parallel safe
return case when substr(cast(id as text), 15, 1) = '8' then
  to_timestamp(cast(cast('x0000' || left(replace(cast(id as text), '-', ''), 12) as bit(64)) as bigint) / 1000.0)
end;

-- Why somebody does not see a crud: nothing but that it has expired. Of an id that tells, for what is hidden, blocked or
-- was never there as well, or one could tell these apart. Cruds with other ids are asked, as long as they are there.
create function has_expired(target uuid, viewer uuid) returns boolean
language sql stable parallel safe
return coalesce(expiry_told_by(target) <= now(), false) or exists (
  select from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = target and is_only_expired(activity, author, viewer)
);

create or replace function add_activity(
  author uuid, client uuid, text_of_it text, expiry timestamptz, parent uuid, thread uuid, quoted uuid
) returns uuid
language sql volatile
begin atomic
  insert into activities (id, author_id, client_id, message, expires_at, parent_id, thread_id, quote_id)
  values (new_activity_id(expiry), author, client, text_of_it, expiry, parent, thread, quoted)
  on conflict on constraint activities_client_id_unique do nothing;
  select id from activities where author_id = author and client_id = client;
end;

-- A quote keeps the id of what it quotes, also when that has gone: it goes on saying that it quotes something.
alter table activities drop constraint activities_quote_id_fkey;

-- As in 0017, without taking the ids out of quotes.
create or replace function delete_expired(most integer) returns integer
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

  perform from activity_counts
  where activity_id in (select parent_id from activities where id = any (victims) union select quote_id from activities where id = any (victims))
  order by activity_id for update;
  delete from activities activity
  where activity.id = any (victims)
    and not exists (select from likes where activity_id = activity.id)
    and not exists (select from reposts where activity_id = activity.id)
    and not exists (select from bookmarks where activity_id = activity.id);
  get diagnostics number = row_count;
  return total + number;
end;
$$;
