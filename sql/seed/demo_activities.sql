-- The demo's cruds, out of a JSON array of {client_id, handle, message, minutes_ago, lives_hours} and, for replies and
-- quotes, the client id of what they are about. Running it again adds nothing.
insert into activities (id, author_id, client_id, message, created_at, expires_at, parent_id, thread_id, quote_id)
select
  new_activity_id(life.expires_at),
  author.id,
  post.client_id,
  post.message,
  now() - make_interval(mins => post.minutes_ago),
  life.expires_at,
  parent.id,
  coalesce(parent.thread_id, parent.id),
  quoted.id
from json_to_recordset(cast(:posts as json)) as post (
  client_id uuid, handle text, message text, minutes_ago integer, lives_hours integer, parent_client_id uuid,
  quoted_client_id uuid
)
join profiles author on author.handle = post.handle
left join activities parent on parent.client_id = post.parent_client_id
left join activities quoted on quoted.client_id = post.quoted_client_id
-- A reply goes with its parent at the latest.
cross join lateral (
  select least(
    now() - make_interval(mins => post.minutes_ago) + make_interval(hours => post.lives_hours),
    parent.expires_at
  ) as expires_at
) life
where (post.parent_client_id is null or parent.id is not null)
on conflict on constraint activities_client_id_unique do nothing
