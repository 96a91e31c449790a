-- One live crud by its id; no row when there is none or it has expired.
select activity_json(activity, author) as item
from activities activity
join profiles author on author.id = activity.author_id
where is_live(activity)
  and activity.id = cast(:id as uuid);
