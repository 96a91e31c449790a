-- Cruds and replies with all words of a query, newest first, at the same cost for frequent and rare words and at any size:
-- the newest three thousand are walked until the page is full, which it soon is with frequent words; then the index is asked
-- for the last half day to day; then for the thirty days that a crud lives at most. What comes that far is so rare that
-- few rows are to be sorted (docs/adr/0018).
with condition as materialized (
  select words, at, id, least(at, now()) as newest
  from (
    select
      search_condition(:query) as words,
      coalesce(cast(:cursor_at as timestamptz), 'infinity') as at,
      coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff') as id
  ) asked
  -- Nothing but signs: nothing to find.
  where numnode(words) > 0
), recent as materialized (
  select found.id, found.created_at
  from condition
  cross join lateral (
    select walk.id, walk.created_at
    from (
      select activity.id, activity.created_at, activity
      from activities activity
      where (activity.created_at, activity.id) < (condition.at, condition.id)
      order by activity.created_at desc, activity.id desc
      limit 3000
    ) walk
    join profiles author on author.id = (walk.activity).author_id
    where (walk.activity).words @@ condition.words
      and is_visible(walk.activity, author, cast(:viewer_id as uuid))
    order by walk.created_at desc, walk.id desc
    limit cast(:row_limit as integer)
  ) found
), of_day as materialized (
  select found.id, found.created_at
  from condition
  cross join lateral (
    select found.id, found.created_at
    from found_activities(
      search_condition_within(:query, condition.newest, 2), condition.words, condition.at, condition.id, cast(:viewer_id as uuid)
    ) found
    order by found.created_at desc, found.id desc
    limit cast(:row_limit as integer)
  ) found
  where (select count(*) from recent) < cast(:row_limit as integer)
), of_all as materialized (
  select found.id, found.created_at
  from condition
  cross join lateral (
    select found.id, found.created_at
    from found_activities(
      search_condition_within(:query, condition.newest, 62), condition.words, condition.at, condition.id, cast(:viewer_id as uuid)
    ) found
    order by found.created_at desc, found.id desc
    limit cast(:row_limit as integer)
  ) found
  where (select count(*) from recent) < cast(:row_limit as integer)
    and (select count(*) from of_day) < cast(:row_limit as integer)
), page as (
  select id, created_at from recent where (select count(*) from recent) = cast(:row_limit as integer)
  union all
  select id, created_at from of_day where (select count(*) from of_day) = cast(:row_limit as integer)
  union all
  select id, created_at from of_all
)
select presented.item, iso_timestamp(page.created_at) as at, page.id
from page
join activities activity on activity.id = page.id
join profiles author on author.id = activity.author_id
cross join lateral activity_items(activity, author, cast(:viewer_id as uuid)) presented
order by page.created_at desc, page.id desc;
