-- The social half: what people do with cruds and with each other. Counters, rules and presentation follow in later
-- migrations.
create extension if not exists pg_trgm;

alter table profiles
  add column bio text not null default ''
    constraint profiles_bio_length check (char_length(bio) <= 160 or grapheme_length(bio) <= 160),
  add column location text not null default ''
    constraint profiles_location_length check (char_length(location) <= 40 or grapheme_length(location) <= 40),
  add column website text not null default ''
    constraint profiles_website_form check (website = '' or (website ~ '^https?://[^[:space:]<>"]+$' and char_length(website) <= 200)),
  add column suspended_at timestamptz,
  add column suspended_reason text;

-- A crud may answer another one (parent) and then belongs to that one's thread; it may quote one. `edited_at` and
-- `hidden_at` (by a moderator) are null unless it happened.
alter table activities
  add column parent_id uuid references activities (id) on delete cascade,
  add column thread_id uuid references activities (id) on delete cascade,
  add column quote_id uuid references activities (id) on delete set null,
  add column edited_at timestamptz,
  add column hidden_at timestamptz,
  add column hidden_reason text,
  drop constraint activities_message_length,
  -- A reply has room for 1,024 characters, a crud for 280. There are never more graphemes than code points.
  add constraint activities_message_length check (
    (
      char_length(message) <= 280
      or grapheme_length(message) <= case when parent_id is null then 280 else 1024 end
    )
    and octet_length(message) <= 16384
  ),
  add constraint activities_reply_has_thread check ((parent_id is null) = (thread_id is null));

create table likes (
  activity_id uuid not null references activities (id) on delete cascade,
  profile_id uuid not null references profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (activity_id, profile_id)
);
create index likes_by_profile on likes (profile_id, created_at desc, activity_id desc);

create table reposts (
  activity_id uuid not null references activities (id) on delete cascade,
  profile_id uuid not null references profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (activity_id, profile_id)
);
create index reposts_by_profile on reposts (profile_id, created_at desc, activity_id desc);

create table bookmarks (
  profile_id uuid not null references profiles (id) on delete cascade,
  activity_id uuid not null references activities (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (profile_id, activity_id)
);
create index bookmarks_newest on bookmarks (profile_id, created_at desc, activity_id desc);
create index bookmarks_by_activity on bookmarks (activity_id);

create table follows (
  follower_id uuid not null references profiles (id) on delete cascade,
  followee_id uuid not null references profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (follower_id, followee_id),
  constraint follows_not_oneself check (follower_id <> followee_id)
);
create index follows_by_followee on follows (followee_id, created_at desc, follower_id desc);
create index follows_by_follower on follows (follower_id, created_at desc, followee_id desc);

create table blocks (
  blocker_id uuid not null references profiles (id) on delete cascade,
  blocked_id uuid not null references profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (blocker_id, blocked_id),
  constraint blocks_not_oneself check (blocker_id <> blocked_id)
);
create index blocks_by_blocked on blocks (blocked_id, blocker_id);

create table mutes (
  muter_id uuid not null references profiles (id) on delete cascade,
  muted_id uuid not null references profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (muter_id, muted_id),
  constraint mutes_not_oneself check (muter_id <> muted_id)
);
create index mutes_by_muted on mutes (muted_id);

-- The #hashtags (without #, lower case) and @mentions of each crud, found by the server when it is written.
create table activity_hashtags (
  tag text not null,
  activity_id uuid not null references activities (id) on delete cascade,
  created_at timestamptz not null,
  primary key (tag, activity_id)
);
create index activity_hashtags_newest on activity_hashtags (tag, created_at desc, activity_id desc);
create index activity_hashtags_by_activity on activity_hashtags (activity_id);
create index activity_hashtags_recent on activity_hashtags (created_at desc);

create table activity_mentions (
  activity_id uuid not null references activities (id) on delete cascade,
  profile_id uuid not null references profiles (id) on delete cascade,
  primary key (activity_id, profile_id)
);
create index activity_mentions_by_profile on activity_mentions (profile_id);

-- One row for each thing that happened to somebody; groups are made when they are read.
create table notifications (
  id bigint generated always as identity primary key,
  recipient_id uuid not null references profiles (id) on delete cascade,
  actor_id uuid not null references profiles (id) on delete cascade,
  kind text not null
    constraint notifications_kind check (kind in ('LIKE', 'REPOST', 'QUOTE', 'REPLY', 'MENTION', 'FOLLOW')),
  -- What it is about: the recipient's crud for likes and reposts, the actor's for the others, none for follows.
  activity_id uuid references activities (id) on delete cascade,
  created_at timestamptz not null default now()
);
-- Liking, taking it back and liking again tells once.
create unique index notifications_once on notifications (recipient_id, actor_id, kind, activity_id) nulls not distinct;
create index notifications_newest on notifications (recipient_id, id desc);
create index notifications_by_actor on notifications (actor_id);
create index notifications_by_activity on notifications (activity_id);

-- Up to where somebody has read, and which kinds they want.
create table notification_settings (
  profile_id uuid primary key references profiles (id) on delete cascade,
  read_up_to bigint not null default 0,
  muted_kinds text[] not null default '{}'
);

create table reports (
  id uuid primary key default gen_random_uuid(),
  reporter_id uuid not null references profiles (id) on delete cascade,
  -- One of the two. A reported crud's text is kept, so that expiry destroys no evidence.
  activity_id uuid references activities (id) on delete set null,
  profile_id uuid not null references profiles (id) on delete cascade,
  message_copy text,
  reason text not null
    constraint reports_reason check (reason in ('SPAM', 'ABUSE', 'VIOLENCE', 'SEXUAL', 'SELF_HARM', 'IMPERSONATION', 'OTHER')),
  note text not null default '' constraint reports_note_length check (char_length(note) <= 1000),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by uuid references profiles (id) on delete set null,
  resolution text
);
create index reports_open on reports (created_at, id) where resolved_at is null;
create index reports_by_reporter on reports (reporter_id, created_at desc);
create index reports_by_activity on reports (activity_id);
create index reports_by_profile on reports (profile_id);

-- Every act of a moderator. Ids without foreign keys: the log outlives what it is about.
create table moderation_log (
  id bigint generated always as identity primary key,
  moderator_id uuid not null,
  act text not null
    constraint moderation_log_act check (act in ('HIDE', 'UNHIDE', 'SUSPEND', 'UNSUSPEND', 'DISMISS')),
  activity_id uuid,
  profile_id uuid,
  reason text not null,
  created_at timestamptz not null default now()
);

-- Replies of a crud, oldest first; cruds of a person, newest first; quotes of a crud.
create index activities_replies on activities (parent_id, created_at, id) where parent_id is not null;
create index activities_thread on activities (thread_id, created_at, id) where thread_id is not null;
create index activities_by_author on activities (author_id, created_at desc, id desc);
create index activities_quotes on activities (quote_id, created_at desc, id desc) where quote_id is not null;
