-- The caller has read up to a notification. Never back, and never beyond what there is, so that what comes later is unread.
insert into notification_settings as known (profile_id, read_up_to)
select me.id, least(
  cast(:up_to as bigint),
  coalesce((select max(told.id) from notifications told where told.recipient_id = me.id), 0)
)
from (select require_active(cast(:caller_id as uuid)) as id) me
on conflict (profile_id) do update set read_up_to = greatest(known.read_up_to, excluded.read_up_to)
returning known.read_up_to as item;
