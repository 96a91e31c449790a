-- What happened to the caller, in groups, newest first; `id` is the cursor.
with page as materialized (
  select *
  from (
    select told.*
    from visible_notification_groups told
    where told.recipient_id = cast(:caller_id as uuid)
      and told.newest_id < coalesce(cast(:cursor as bigint), 9223372036854775807)
    order by told.newest_id desc
    limit 51
  ) walk
  order by newest_id desc
  limit cast(:row_limit as integer)
)
select
  json_build_object(
    'id', cast(told.newest_id as text),
    'kind', told.kind,
    'total', told.total,
    'unread', told.newest_id > coalesce(settings.read_up_to, 0),
    'createdAt', iso_timestamp(newest.created_at),
    'actors', actors.list,
    'activity', presented.item
  ) as item,
  told.newest_id as id
from page told
join notifications newest on newest.id = told.newest_id
left join lateral activity_items(told.activity, told.author, told.recipient_id) presented on told.activity_id is not null
left join notification_settings settings on settings.profile_id = told.recipient_id
cross join lateral (
  select json_agg(profile_json(one.actor) order by one.id desc) as list
  from (
    select row.id, row.actor
    from visible_notifications row
    where row.recipient_id = told.recipient_id and row.kind = told.kind
      and row.about = told.about and row.day = told.day
    order by row.id desc
    limit 3
  ) one
) actors
order by told.newest_id desc;
