-- Cruds and replies with all words of a query, newest first. A frequent word is found by walking the newest 3,000, which
-- costs the same at any size; only what is too rare for that asks the index of words, where rare means few rows to sort.
with condition as materialized (
  select
    search_condition(:query) as words,
    coalesce(cast(:cursor_at as timestamptz), 'infinity') as at,
    coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff') as id
), recent as materialized (
  select activity.id, activity.created_at
  from condition
  cross join lateral (
    select activity
    from activities activity
    where (activity.created_at, activity.id) < (condition.at, condition.id)
    order by activity.created_at desc, activity.id desc
    limit 3000
  ) walk
  cross join lateral (select (walk.activity).*) activity
  join profiles author on author.id = activity.author_id
  where activity.words @@ condition.words
    and is_visible(walk.activity, author, cast(:viewer_id as uuid))
  order by activity.created_at desc, activity.id desc
  limit cast(:row_limit as integer)
), all_of_it as materialized (
  select activity.id, activity.created_at
  from activities activity
  join profiles author on author.id = activity.author_id
  where (select count(*) from recent) < cast(:row_limit as integer)
    and activity.words @@ (select words from condition)
    and (activity.created_at, activity.id) < ((select at from condition), (select id from condition))
    and is_visible(activity, author, cast(:viewer_id as uuid))
  order by activity.created_at desc, activity.id desc
  limit cast(:row_limit as integer)
), page as (
  select id, created_at from recent where (select count(*) from recent) = cast(:row_limit as integer)
  union all
  select id, created_at from all_of_it
)
select
  activity_json(activity, author, cast(:viewer_id as uuid)) as item,
  iso_timestamp(page.created_at) as at,
  page.id
from page
join activities activity on activity.id = page.id
join profiles author on author.id = activity.author_id
order by page.created_at desc, page.id desc;
