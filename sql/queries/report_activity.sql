-- Reports a crud that the caller can see; no row when there is none.
with me as materialized (
  select require_active(cast(:caller_id as uuid)) as id
)
select add_report(me.id, author.id, activity.id, :reason, :note) is null as item
from me
join activities activity on activity.id = cast(:target_id as uuid)
join profiles author on author.id = activity.author_id
where is_visible(activity, author, me.id);
