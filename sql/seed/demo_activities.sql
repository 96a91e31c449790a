-- The demo's cruds, out of a JSON array of {client_id, handle, message, minutes_ago, lives_hours}. Running it again adds
-- nothing.
insert into activities (author_id, client_id, message, created_at, expires_at)
select
  author.id,
  post.client_id,
  post.message,
  now() - make_interval(mins => post.minutes_ago),
  now() - make_interval(mins => post.minutes_ago) + make_interval(hours => post.lives_hours)
from json_to_recordset(cast(:posts as json))
  as post (client_id uuid, handle text, message text, minutes_ago integer, lives_hours integer)
join profiles author on author.handle = post.handle
on conflict on constraint activities_client_id_unique do nothing
