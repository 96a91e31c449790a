-- What happened to the caller, in groups, newest first; `id` is the cursor.
select
  notification_json(told, coalesce(settings.read_up_to, 0)) as item,
  told.newest_id as id
from notification_groups told
left join notification_settings settings on settings.profile_id = told.recipient_id
where told.recipient_id = cast(:caller_id as uuid)
  and told.newest_id < coalesce(cast(:cursor as bigint), 9223372036854775807)
  and is_group_visible(told)
order by told.newest_id desc
limit cast(:row_limit as integer);
