-- Changes the text of the caller's own crud within a time.
with target as materialized (
  select activity.id, activity.author_id, activity.created_at, activity.hidden_at
  from activities activity
  join profiles author on author.id = activity.author_id
  where activity.id = cast(:id as uuid) and is_visible(activity, author, cast(:viewer_id as uuid))
), permitted as materialized (
  select
    target.id,
    case
      when target.author_id <> require_active(cast(:viewer_id as uuid)) then refuse('NotAuthor')
      when target.hidden_at is not null then refuse('NotAuthor')
      when target.created_at <= now() - make_interval(mins => cast(:within_minutes as integer)) then refuse('EditTooLate')
      when take_token(target.author_id, 'EDIT', 30, interval '10 minutes') is null then refuse('RateLimited')
      else true
    end as is_permitted
  from target
), edited as materialized (
  select edit_activity(permitted.id, :message) as id from permitted where permitted.is_permitted
)
select activity_now(edited.id, cast(:viewer_id as uuid)) as item, true as changed from edited;
