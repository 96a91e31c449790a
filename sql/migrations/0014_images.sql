-- Pictures of people: which one each has, who may still bring one, and every file that may be in the bucket
-- (docs/adr/0008).

alter table profiles
  -- The version of the picture, a part of its files' names; null without one.
  add column avatar text,
  -- What decided so, an upload or a removal: a ULID, so that the newest wins whatever comes first.
  add column avatar_change text collate "C",
  add column cover text,
  add column cover_change text collate "C";

-- Who was allowed to upload what, and what became of it. No foreign keys here and below: rows outlive the profile, so
-- that the files of somebody who has left are still found.
create table image_uploads (
  id text collate "C" primary key
    constraint image_uploads_id_form check (id ~ '^[0-9A-HJKMNP-TV-Z]{26}$'),
  profile_id uuid not null,
  kind text not null constraint image_uploads_kind check (kind in ('AVATAR', 'COVER')),
  status text not null default 'PENDING'
    constraint image_uploads_status check (status in ('PENDING', 'READY', 'REFUSED', 'SUPERSEDED')),
  -- Why it was refused.
  reason text,
  -- What it became.
  version text,
  -- How often a function began to work on it.
  attempts integer not null default 0,
  -- Whether everybody who listens was told the outcome.
  told boolean not null default false,
  created_at timestamptz not null default now()
);
create index image_uploads_age on image_uploads (created_at);

-- Every version whose files may be in the bucket: written down before the first of them is, forgotten after the last
-- was deleted and nobody can be writing any more.
create table image_files (
  profile_id uuid not null,
  kind text not null,
  version text not null,
  upload_id text not null,
  -- Whether the profile shows it.
  shown boolean not null default false,
  -- Whether its files were deleted already; somebody slow might have written again since.
  cleared boolean not null default false,
  -- When somebody last was about to write them.
  touched_at timestamptz not null default now(),
  primary key (profile_id, kind, version)
);
create index image_files_unshown on image_files (touched_at) where not shown;

-- Those who leave leave no picture.
create function unshow_images() returns trigger language plpgsql as $$
begin
  update image_files set shown = false where shown and profile_id in (select id from changed);
  return null;
end;
$$;

create trigger unshow_images after delete on profiles
referencing old table as changed for each statement execute function unshow_images();

-- Lets somebody upload a picture: twenty an hour.
create function begin_image_upload(person uuid, what text, upload_id text) returns void
language plpgsql volatile as $$
begin
  perform require_active(person);
  if take_token(person, 'IMAGE', 20, interval '1 hour') is null then
    raise exception 'refused RateLimited';
  end if;
  insert into image_uploads (id, profile_id, kind) values (upload_id, person, what);
end;
$$;

-- Makes a version (or none) the picture, unless something newer did so already. Answers whether it is.
create function show_image(person uuid, what text, change text, new_version text) returns boolean
language plpgsql volatile as $$
begin
  if what = 'AVATAR' then
    update profiles set avatar = new_version, avatar_change = change
    where id = person and coalesce(avatar_change, '') < change;
  else
    update profiles set cover = new_version, cover_change = change
    where id = person and coalesce(cover_change, '') < change;
  end if;
  if not found then
    return false;
  end if;
  update image_files set shown = (version is not distinct from new_version)
  where profile_id = person and kind = what and (shown or version = new_version);
  return true;
end;
$$;

-- The versions of somebody's whose files can go: not shown, and not about to be.
create function unwanted_images(person uuid, what text) returns json
language sql stable
return (
  select coalesce(json_agg(file.version), '[]'::json)
  from image_files file
  where file.profile_id = person and file.kind = what and not file.shown and not file.cleared
    and not exists (select from image_uploads where id = file.upload_id and status = 'PENDING')
);

-- The GraphQL type ImageChange, and what the functions need beside it. What was shown and is not any more is superseded.
create function image_outcome(upload image_uploads) returns json
language sql stable
return json_build_object(
  'id', upload.id,
  'profileId', upload.profile_id,
  'kind', upload.kind,
  'status', case
    when upload.status = 'READY' and not exists (
      select from image_files file
      where file.profile_id = upload.profile_id and file.kind = upload.kind and file.version = upload.version and file.shown
    ) then 'SUPERSEDED'
    else upload.status
  end,
  'reason', upload.reason,
  'version', upload.version,
  'attempts', upload.attempts,
  'told', upload.told,
  'unwanted', unwanted_images(upload.profile_id, upload.kind)
);

-- Writes down that files of this version will be written. False when that would be for nothing: the upload is settled,
-- or something newer is the picture already, or the person is gone.
create function keep_image_files(upload_id text, new_version text) returns boolean
language plpgsql volatile as $$
declare
  upload image_uploads;
begin
  select * into upload from image_uploads where id = keep_image_files.upload_id for update;
  if upload.status is distinct from 'PENDING' or not exists (
    select from profiles person
    where person.id = upload.profile_id
      and coalesce(case upload.kind when 'AVATAR' then person.avatar_change else person.cover_change end, '') < upload.id
  ) then
    return false;
  end if;
  insert into image_files as known (profile_id, kind, version, upload_id)
  values (upload.profile_id, upload.kind, new_version, upload.id)
  on conflict (profile_id, kind, version) do update set touched_at = now(), cleared = false;
  return true;
end;
$$;

-- Ends an upload whose files are written, or whose files `keep_image_files` did not want. Doing it again changes nothing.
create function settle_image(upload_id text, new_version text) returns json
language plpgsql volatile as $$
declare
  upload image_uploads;
  is_shown boolean;
begin
  select * into upload from image_uploads where id = settle_image.upload_id for update;
  if upload.status = 'PENDING' then
    is_shown = exists (
      select from image_files file
      where file.profile_id = upload.profile_id and file.kind = upload.kind and file.version = new_version
    ) and show_image(upload.profile_id, upload.kind, upload.id, new_version);
    update image_uploads
    set version = new_version, status = case when is_shown then 'READY' else 'SUPERSEDED' end
    where id = upload.id
    returning * into upload;
  end if;
  return case when upload.id is not null then image_outcome(upload) end;
end;
$$;

-- Ends an upload that cannot become a picture.
create function refuse_image(upload_id text, why text) returns json
language plpgsql volatile as $$
declare
  upload image_uploads;
begin
  update image_uploads set status = 'REFUSED', reason = why where id = refuse_image.upload_id and status = 'PENDING';
  select * into upload from image_uploads where id = refuse_image.upload_id;
  return case when upload.id is not null then image_outcome(upload) end;
end;
$$;

-- Takes somebody's picture away; uploads that began before and are still on their way lose.
create function remove_image(person uuid, what text, change text) returns json
language plpgsql volatile as $$
declare
  is_removed boolean;
begin
  perform require_active(person);
  if take_token(person, 'IMAGE', 20, interval '1 hour') is null then
    raise exception 'refused RateLimited';
  end if;
  is_removed = show_image(person, what, change, null);
  return json_build_object(
    'id', change,
    'profileId', person,
    'kind', what,
    'status', case when is_removed then 'READY' else 'SUPERSEDED' end,
    'reason', null,
    'version', null,
    'attempts', 1,
    'told', false,
    'unwanted', unwanted_images(person, what)
  );
end;
$$;

-- The picture's version in both forms of the GraphQL type Profile; the cover in the full one alone.
create or replace function profile_json(person profiles) returns json
language sql stable parallel safe
return json_build_object(
  'id', person.id,
  'handle', person.handle,
  'displayName', person.display_name,
  'createdAt', iso_timestamp(person.created_at),
  'avatar', person.avatar
);

create or replace function profile_json(person profiles, viewer uuid) returns json
language sql stable parallel safe
return (
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
  left join profile_counts counts on counts.profile_id = person.id
);
