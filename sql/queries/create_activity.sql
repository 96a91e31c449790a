-- Posts a crud. Sending the same client id again answers the crud that it made the first time.
-- One row; `item` is null when the caller has no profile. `pulse` says whether subscribers are told at once: at most
-- once in two seconds for the whole network, since each telling is paid for per listener (docs/adr/0004).
with created as (
  insert into activities as activity (author_id, client_id, message, expires_at)
  select
    author.id,
    cast(:client_id as uuid),
    :message,
    now() + make_interval(hours => cast(:expires_in_hours as integer))
  from profiles author
  where author.id = cast(:author_id as uuid)
  on conflict on constraint activities_client_id_unique do nothing
  returning activity_json(activity, (select author from profiles author where author.id = activity.author_id)) as item
), pulse as (
  update feed_pulse set pulsed_at = now()
  where pulsed_at < now() - interval '2 seconds' and exists (select from created)
  returning true as told
)
select
  coalesce(
    (select item from created),
    (
      select activity_json(activity, author)
      from activities activity
      join profiles author on author.id = activity.author_id
      where activity.author_id = cast(:author_id as uuid) and activity.client_id = cast(:client_id as uuid)
    )
  ) as item,
  coalesce((select told from pulse), false) as pulse;
