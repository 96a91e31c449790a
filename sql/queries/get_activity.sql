-- One crud by its id. `item` is null when the viewer may not see it; `is_expired` says that nothing else is the reason.
select
  (
    select activity_json(activity, author, cast(:viewer_id as uuid))
    from activities activity
    join profiles author on author.id = activity.author_id
    where activity.id = cast(:id as uuid) and is_visible(activity, author, cast(:viewer_id as uuid))
  ) as item,
  has_expired(cast(:id as uuid), cast(:viewer_id as uuid)) as is_expired;
