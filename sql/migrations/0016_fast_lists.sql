-- What every list needs to cost the same at any size.

-- The GraphQL type Profile, as a function that answers a row: as `activity_items` (0015), Postgres plans it with the
-- statement that asks it.
create function profile_items(person profiles, viewer uuid) returns table (item json)
language sql stable parallel safe
begin atomic
  select json_build_object(
    'id', person.id,
    'handle', person.handle,
    'displayName', person.display_name,
    'createdAt', iso_timestamp(person.created_at),
    'avatar', person.avatar,
    'cover', person.cover,
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
  left join profile_counts counts on counts.profile_id = person.id;
end;

-- The same for one person, as a value.
create or replace function profile_json(person profiles, viewer uuid) returns json
language sql stable parallel safe
return (select item from profile_items(person, viewer));

-- The newest reposts of everybody: where a person follows many, a page of the following feed is among these.
create index reposts_newest on reposts (created_at desc, activity_id desc);

-- Handles by their beginning, whatever the database's collation is.
create index profiles_handle_order on profiles ((lower(handle) collate "C"));

-- What a crud is found by: its words, and the hour and the day of its birth (two entries that no word can be, since they
-- hold a space). A search asks for the newest hours first, so that a word which a tenth of all cruds hold costs no more
-- than one that ten hold.
create function search_vector(words tsvector, born timestamptz) returns tsvector
language sql immutable parallel safe
return words || array_to_tsvector(array[
  'hour ' || floor(extract(epoch from born) / 3600)::bigint,
  'day ' || floor(extract(epoch from born) / 86400)::bigint
]);

create index activities_search on activities using gin (search_vector(words, created_at));
drop index activities_words;

-- The hours or days (`unit`, of so many seconds) that end with a moment, newest first: entries of `search_vector`.
create function search_times(unit text, seconds bigint, newest timestamptz, number integer) returns tsquery
language sql stable parallel safe
return (
  select string_agg('''' || unit || ' ' || floor(extract(epoch from newest) / seconds)::bigint - back || '''', ' | ')::tsquery
  from generate_series(0, number - 1) back
);

-- What a condition finds before a position, for a viewer: the newest, as many as the largest page and one. Found first
-- (`offset 0`, or the planner would walk all cruds by their age until enough were found), sorted, and then held against
-- the rules only until there are enough.
create function matching_activities(wanted tsquery, before timestamptz, before_id uuid, viewer uuid)
returns table (id uuid, created_at timestamptz)
language sql stable parallel safe
begin atomic
  select newest.id, newest.created_at
  from (
    select found.id, found.created_at
    from (
      select activity.id, activity.created_at
      from activities activity
      where search_vector(activity.words, activity.created_at) @@ wanted
      offset 0
    ) found
    where (found.created_at, found.id) < (before, before_id)
    order by found.created_at desc, found.id desc
  ) newest
  join activities activity on activity.id = newest.id
  join profiles author on author.id = activity.author_id
  where is_visible(activity, author, viewer)
  order by newest.created_at desc, newest.id desc
  limit 51;
end;
