-- A crud. It is gone for every reader at the moment it expires; a job deletes it some time later.
create table activities (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null references profiles (id) on delete cascade,
  -- Made by the client, so that sending twice is posting once.
  client_id uuid not null,
  message text not null
    constraint activities_message_not_blank check (not is_blank(message))
    constraint activities_message_length check (
      -- Most texts need no counting: there are never more graphemes than code points.
      (char_length(message) <= 280 or grapheme_length(message) <= 280)
      and octet_length(message) <= 8192
    ),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
    constraint activities_expiry check (expires_at > created_at and expires_at <= created_at + interval '30 days'),
  constraint activities_client_id_unique unique (author_id, client_id)
);

-- The home feed: newest first, paged by (created_at, id).
create index activities_newest on activities (created_at desc, id desc);

-- The deletion job.
create index activities_expires_at on activities (expires_at);

-- When everybody was last told that there is something new: one row. See queries/create_activity.sql.
create table feed_pulse (
  singleton boolean primary key default true check (singleton),
  pulsed_at timestamptz not null default '-infinity'
);

insert into feed_pulse default values;
