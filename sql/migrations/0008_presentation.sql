-- The shapes in which GraphQL answers people and cruds to one viewer (null for a visitor), and what writing queries need.

-- For what expired and is not deleted yet: how many of a crud's replies or quotes no longer count.
create index activities_replies_expiry on activities (parent_id, expires_at) where parent_id is not null;
create index activities_quotes_expiry on activities (quote_id, expires_at) where quote_id is not null;

-- The GraphQL type Profile with everything that depends on the viewer. `profile_json(person)` of 0004 is the short form,
-- the one inside cruds.
create function profile_json(person profiles, viewer uuid) returns json
language sql stable parallel safe
return json_build_object(
  'id', person.id,
  'handle', person.handle,
  'displayName', person.display_name,
  'createdAt', iso_timestamp(person.created_at),
  'bio', person.bio,
  'location', person.location,
  'website', person.website,
  'followedByMe', exists (select from follows where follower_id = viewer and followee_id = person.id),
  'followsMe', exists (select from follows where follower_id = person.id and followee_id = viewer),
  'mutedByMe', is_muted_by(person.id, viewer),
  'blockedByMe', exists (select from blocks where blocker_id = viewer and blocked_id = person.id)
);

-- The GraphQL type QuotedActivity: what stands inside the crud that quotes it.
create function quoted_json(activity activities, author profiles) returns json
language sql stable parallel safe
return json_build_object(
  'id', activity.id,
  'author', profile_json(author),
  'message', activity.message,
  'createdAt', iso_timestamp(activity.created_at),
  'expiresAt', iso_timestamp(activity.expires_at),
  'editedAt', iso_timestamp(activity.edited_at),
  'parentId', activity.parent_id,
  'threadId', activity.thread_id,
  'hasQuote', activity.quote_id is not null
);

-- The GraphQL type Activity. What it quotes is null when the viewer may not see that. Counts leave out what has expired
-- and is not deleted yet.
create function activity_json(activity activities, author profiles, viewer uuid) returns json
language sql stable parallel safe
return (
  select json_build_object(
    'id', activity.id,
    'clientId', activity.client_id,
    'author', profile_json(author),
    'message', activity.message,
    'createdAt', iso_timestamp(activity.created_at),
    'expiresAt', iso_timestamp(activity.expires_at),
    'editedAt', iso_timestamp(activity.edited_at),
    'parentId', activity.parent_id,
    'threadId', activity.thread_id,
    'parentAuthorHandle', case when activity.parent_id is not null then (
      select parent_author.handle
      from activities parent
      join profiles parent_author on parent_author.id = parent.author_id
      where parent.id = activity.parent_id
    ) end,
    'hasQuote', activity.quote_id is not null,
    'quote', case when activity.quote_id is not null then (
      select quoted_json(quoted, quoted_author)
      from activities quoted
      join profiles quoted_author on quoted_author.id = quoted.author_id
      where quoted.id = activity.quote_id and is_visible(quoted, quoted_author, viewer)
    ) end,
    'replyCount', coalesce(counts.replies, 0) - case when counts.replies > 0 then (
      select count(*) from activities reply
      where reply.parent_id = activity.id and reply.expires_at <= now() and reply.hidden_at is null
    ) else 0 end,
    'quoteCount', coalesce(counts.quotes, 0) - case when counts.quotes > 0 then (
      select count(*) from activities quoting
      where quoting.quote_id = activity.id and quoting.expires_at <= now() and quoting.hidden_at is null
    ) else 0 end,
    'likeCount', coalesce(counts.likes, 0),
    'repostCount', coalesce(counts.reposts, 0),
    'likedByMe', exists (select from likes where activity_id = activity.id and profile_id = viewer),
    'repostedByMe', exists (select from reposts where activity_id = activity.id and profile_id = viewer),
    'bookmarkedByMe', exists (select from bookmarks where profile_id = viewer and activity_id = activity.id),
    'hiddenReason', case when author.id = viewer then activity.hidden_reason end
  )
  from (select) as always
  left join activity_counts counts on counts.activity_id = activity.id
);

-- The crud as it is after what the calling statement did so far: a volatile function looks anew.
create function activity_now(target uuid, viewer uuid) returns json
language sql volatile
begin atomic
  select activity_json(activity, author, viewer)
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = target;
end;

-- Ends the statement with an error that the resolvers know by its name (amplify/data/resolvers/lib/fail.ts).
create function refuse(reason text) returns boolean
language plpgsql volatile as $$
begin
  raise exception using message = 'refused ' || reason;
end;
$$;

-- Writing is for those who have a profile and are not suspended. Answers the id that it was given.
create function require_active(person uuid) returns uuid
language plpgsql stable as $$
declare
  found_one profiles;
begin
  select * into found_one from profiles where id = person;
  if found_one.id is null then
    raise exception 'caller_missing';
  end if;
  if found_one.suspended_at is not null then
    raise exception 'caller_suspended';
  end if;
  return person;
end;
$$;

-- What people do with cruds. Each is a statement of its own, so that the counters are right before the next one looks;
-- doing it twice is doing it once.
create function add_like(target uuid, person uuid) returns void
language sql volatile
begin atomic
  insert into likes (activity_id, profile_id) values (target, person) on conflict do nothing;
end;

create function remove_like(target uuid, person uuid) returns void
language sql volatile
begin atomic
  delete from likes where activity_id = target and profile_id = person;
end;

create function add_repost(target uuid, person uuid) returns void
language sql volatile
begin atomic
  insert into reposts (activity_id, profile_id) values (target, person) on conflict do nothing;
end;

create function remove_repost(target uuid, person uuid) returns void
language sql volatile
begin atomic
  delete from reposts where activity_id = target and profile_id = person;
end;

create function add_bookmark(target uuid, person uuid) returns void
language sql volatile
begin atomic
  insert into bookmarks (activity_id, profile_id) values (target, person) on conflict do nothing;
end;

create function remove_bookmark(target uuid, person uuid) returns void
language sql volatile
begin atomic
  delete from bookmarks where activity_id = target and profile_id = person;
end;
