-- Cruds and replies with all words of a query, newest first, at the same cost for frequent and rare words and at any size:
-- the newest thousand are walked, which finds frequent words; then the index of words is asked for the last hours, the
-- last days, and for all there is, each only when the one before did not fill the page. What comes that far is so rare
-- that few rows are to be sorted.
with condition as materialized (
  select words, at, id,
    search_times('hour', 3600, least(at, now()), 2) as hours,
    search_times('day', 86400, least(at, now()), 2) as days
  from (
    select
      search_condition(:query) as words,
      coalesce(cast(:cursor_at as timestamptz), 'infinity') as at,
      coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff') as id
  ) asked
  -- Nothing but signs: nothing to find.
  where numnode(words) > 0
), recent as materialized (
  select (walk.activity).id, (walk.activity).created_at
  from condition
  cross join lateral (
    select activity
    from activities activity
    where (activity.created_at, activity.id) < (condition.at, condition.id)
    order by activity.created_at desc, activity.id desc
    limit 1000
  ) walk
  join profiles author on author.id = (walk.activity).author_id
  where (walk.activity).words @@ condition.words
    and is_visible(walk.activity, author, cast(:viewer_id as uuid))
  order by 2 desc, 1 desc
  limit cast(:row_limit as integer)
), of_hours as materialized (
  select found.id, found.created_at
  from condition
  cross join lateral matching_activities(condition.words && condition.hours, condition.at, condition.id, cast(:viewer_id as uuid)) found
  where (select count(*) from recent) < cast(:row_limit as integer)
  order by found.created_at desc, found.id desc
  limit cast(:row_limit as integer)
), of_days as materialized (
  select found.id, found.created_at
  from condition
  cross join lateral matching_activities(condition.words && condition.days, condition.at, condition.id, cast(:viewer_id as uuid)) found
  where (select count(*) from recent) < cast(:row_limit as integer)
    and (select count(*) from of_hours) < cast(:row_limit as integer)
  order by found.created_at desc, found.id desc
  limit cast(:row_limit as integer)
), of_all as materialized (
  select found.id, found.created_at
  from condition
  cross join lateral matching_activities(condition.words, condition.at, condition.id, cast(:viewer_id as uuid)) found
  where (select count(*) from recent) < cast(:row_limit as integer)
    and (select count(*) from of_hours) < cast(:row_limit as integer)
    and (select count(*) from of_days) < cast(:row_limit as integer)
  order by found.created_at desc, found.id desc
  limit cast(:row_limit as integer)
), page as (
  select id, created_at from recent where (select count(*) from recent) = cast(:row_limit as integer)
  union all
  select id, created_at from of_hours where (select count(*) from of_hours) = cast(:row_limit as integer)
  union all
  select id, created_at from of_days where (select count(*) from of_days) = cast(:row_limit as integer)
  union all
  select id, created_at from of_all
)
select presented.item, iso_timestamp(page.created_at) as at, page.id
from page
join activities activity on activity.id = page.id
join profiles author on author.id = activity.author_id
cross join lateral activity_items(activity, author, cast(:viewer_id as uuid)) presented
order by page.created_at desc, page.id desc;
