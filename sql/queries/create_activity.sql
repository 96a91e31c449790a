-- Posts a crud, a reply or a quote. Sending the same client id again answers the crud that it made the first time.
-- `pulse` says whether listeners to the home feed are told at once: at most once in two seconds for the whole network,
-- since each telling is paid for per listener (docs/adr/0004); `parent_changed` whether those who look at the parent are;
-- `notifies` names those who are told that something waits for them (docs/adr/0006).
with caller as materialized (
  select require_active(cast(:author_id as uuid)) as id
), parent as materialized (
  select activity.id, coalesce(activity.thread_id, activity.id) as thread_id, activity.expires_at
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = cast(:parent_id as uuid) and is_visible(activity, author, cast(:author_id as uuid))
), quoted as materialized (
  select activity.id
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = cast(:quote_id as uuid) and is_visible(activity, author, cast(:author_id as uuid))
), permitted as materialized (
  select
    caller.id as author_id,
    case
      when exists (
        select from activities known
        where known.author_id = caller.id and known.client_id = cast(:client_id as uuid)
      ) then false
      when cast(:parent_id as uuid) is not null and not exists (select from parent) then refuse('NotFound')
      when cast(:quote_id as uuid) is not null and not exists (select from quoted) then refuse('NotFound')
      when take_token(caller.id, 'POST', 30, interval '10 minutes') is null then refuse('RateLimited')
      when take_token(caller.id, 'POST_OF_DAY', 300, interval '1 day') is null then refuse('RateLimited')
      else true
    end as is_new
  from caller
), posted as materialized (
  select
    permitted.is_new,
    parent.id as parent_id,
    add_activity(
      permitted.author_id,
      cast(:client_id as uuid),
      :message,
      -- A reply goes with its parent at the latest.
      least(now() + make_interval(hours => cast(:expires_in_hours as integer)), parent.expires_at),
      parent.id,
      parent.thread_id,
      (select id from quoted)
    ) as id
  from permitted
  left join parent on true
)
select
  activity_now(posted.id, cast(:author_id as uuid)) as item,
  case when posted.is_new and posted.parent_id is null then coalesce(pulse_feed(), false) else false end as pulse,
  case when posted.is_new and posted.parent_id is not null then coalesce(tell_change(posted.parent_id), false) else false end
    as parent_changed,
  case when posted.parent_id is not null
    then cast(activity_now(posted.parent_id, null) ->> 'replyCount' as integer) end as parent_reply_count,
  case when posted.is_new then signalled_people(posted.id) end as notifies
from posted;
