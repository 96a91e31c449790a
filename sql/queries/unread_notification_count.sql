-- How many groups hold something that the caller has not read; at most 99.
select count(*) as item
from (
  select
  from visible_notification_groups told
  where told.recipient_id = cast(:caller_id as uuid)
    and told.newest_id > coalesce(
      (select settings.read_up_to from notification_settings settings where settings.profile_id = cast(:caller_id as uuid)), 0
    )
  order by told.newest_id desc
  limit 99
) unread;
