-- What readers may see (rules) and in which shape (presentation), once for all queries. The functions are single
-- expressions, so that Postgres inlines them.

-- The rule of expiry: every read of cruds asks it.
create function is_live(activity activities) returns boolean
language sql stable parallel safe
return activity.expires_at > now();

-- A timestamp as GraphQL's AWSDateTime, in UTC with microseconds, so that it can serve as a cursor.
create function iso_timestamp(value timestamptz) returns text
language sql stable parallel safe
return to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- The GraphQL type Profile.
create function profile_json(person profiles) returns json
language sql stable parallel safe
return json_build_object(
  'id', person.id,
  'handle', person.handle,
  'displayName', person.display_name,
  'createdAt', iso_timestamp(person.created_at)
);

-- The GraphQL type Activity.
create function activity_json(activity activities, author profiles) returns json
language sql stable parallel safe
return json_build_object(
  'id', activity.id,
  'clientId', activity.client_id,
  'message', activity.message,
  'createdAt', iso_timestamp(activity.created_at),
  'expiresAt', iso_timestamp(activity.expires_at),
  'author', profile_json(author)
);
