-- One crud by its id. `item` is null when the viewer may not see it; `is_expired` says that nothing else is the reason.
select
  case when is_visible(activity, author, cast(:viewer_id as uuid))
    then activity_json(activity, author, cast(:viewer_id as uuid)) end as item,
  is_only_expired(activity, author, cast(:viewer_id as uuid)) as is_expired
from activities activity
join profiles author on author.id = activity.author_id
where activity.id = cast(:id as uuid);
