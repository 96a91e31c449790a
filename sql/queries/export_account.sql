-- What is known of the caller, one section and page at a time, oldest first; `created_at` and `id` are the cursor. The
-- branches of the other sections are never run.
(
  select
    json_build_object(
      'section', 'profile', 'id', own.id, 'handle', own.handle, 'displayName', own.display_name, 'bio', own.bio,
      'location', own.location, 'website', own.website, 'createdAt', iso_timestamp(own.created_at),
      'avatar', own.avatar, 'cover', own.cover, 'suspendedReason', own.suspended_reason, 'mutedNotificationKinds', settings.muted_kinds
    ) as item,
    iso_timestamp(own.created_at) as created_at,
    cast(own.id as text) as id
  from profiles own
  left join notification_settings settings on settings.profile_id = own.id
  where :section = 'profile' and own.id = cast(:caller_id as uuid) and cast(:cursor_id as text) is null
)
union all
(
  select
    json_build_object(
      'section', 'activities', 'id', own.id, 'message', own.message, 'createdAt', iso_timestamp(own.created_at),
      'expiresAt', iso_timestamp(own.expires_at), 'editedAt', iso_timestamp(own.edited_at), 'parentId', own.parent_id,
      'quoteId', own.quote_id, 'hiddenReason', own.hidden_reason
    ),
    iso_timestamp(own.created_at),
    cast(own.id as text)
  from activities own
  where :section = 'activities' and own.author_id = cast(:caller_id as uuid)
    and (own.created_at, own.id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object('section', 'likes', 'activityId', own.activity_id, 'createdAt', iso_timestamp(own.created_at)),
    iso_timestamp(own.created_at),
    cast(own.activity_id as text)
  from likes own
  where :section = 'likes' and own.profile_id = cast(:caller_id as uuid)
    and (own.created_at, own.activity_id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.activity_id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object('section', 'reposts', 'activityId', own.activity_id, 'createdAt', iso_timestamp(own.created_at)),
    iso_timestamp(own.created_at),
    cast(own.activity_id as text)
  from reposts own
  where :section = 'reposts' and own.profile_id = cast(:caller_id as uuid)
    and (own.created_at, own.activity_id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.activity_id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object('section', 'bookmarks', 'activityId', own.activity_id, 'createdAt', iso_timestamp(own.created_at)),
    iso_timestamp(own.created_at),
    cast(own.activity_id as text)
  from bookmarks own
  where :section = 'bookmarks' and own.profile_id = cast(:caller_id as uuid)
    and (own.created_at, own.activity_id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.activity_id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object('section', 'following', 'profileId', person.id, 'handle', person.handle, 'createdAt', iso_timestamp(own.created_at)),
    iso_timestamp(own.created_at),
    cast(own.followee_id as text)
  from follows own
  join profiles person on person.id = own.followee_id
  where :section = 'following' and own.follower_id = cast(:caller_id as uuid)
    and (own.created_at, own.followee_id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.followee_id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object('section', 'followers', 'profileId', person.id, 'handle', person.handle, 'createdAt', iso_timestamp(own.created_at)),
    iso_timestamp(own.created_at),
    cast(own.follower_id as text)
  from follows own
  join profiles person on person.id = own.follower_id
  where :section = 'followers' and own.followee_id = cast(:caller_id as uuid)
    and (own.created_at, own.follower_id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.follower_id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object('section', 'blocks', 'profileId', person.id, 'handle', person.handle, 'createdAt', iso_timestamp(own.created_at)),
    iso_timestamp(own.created_at),
    cast(own.blocked_id as text)
  from blocks own
  join profiles person on person.id = own.blocked_id
  where :section = 'blocks' and own.blocker_id = cast(:caller_id as uuid)
    and (own.created_at, own.blocked_id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.blocked_id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object('section', 'mutes', 'profileId', person.id, 'handle', person.handle, 'createdAt', iso_timestamp(own.created_at)),
    iso_timestamp(own.created_at),
    cast(own.muted_id as text)
  from mutes own
  join profiles person on person.id = own.muted_id
  where :section = 'mutes' and own.muter_id = cast(:caller_id as uuid)
    and (own.created_at, own.muted_id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.muted_id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object(
      'section', 'reports', 'id', own.id, 'activityId', own.activity_id, 'profileId', own.profile_id, 'reason', own.reason,
      'note', own.note, 'createdAt', iso_timestamp(own.created_at), 'resolvedAt', iso_timestamp(own.resolved_at)
    ),
    iso_timestamp(own.created_at),
    cast(own.id as text)
  from reports own
  where :section = 'reports' and own.reporter_id = cast(:caller_id as uuid)
    and (own.created_at, own.id) > (
      coalesce(cast(:cursor_at as timestamptz), '-infinity'),
      coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000')
    )
  order by own.created_at, own.id
  limit cast(:row_limit as integer)
)
union all
(
  select
    json_build_object(
      'section', 'notifications', 'kind', own.kind, 'activityId', own.activity_id, 'actor', actor.handle,
      'createdAt', iso_timestamp(own.created_at)
    ),
    iso_timestamp(own.created_at),
    cast(own.id as text)
  from notifications own
  join profiles actor on actor.id = own.actor_id
  where :section = 'notifications' and own.recipient_id = cast(:caller_id as uuid)
    and own.id > coalesce(cast(:cursor_number as bigint), 0)
  order by own.id
  limit cast(:row_limit as integer)
);
