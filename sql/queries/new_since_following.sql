-- How many cruds of others came to the following feed after a position, written or reposted by those whom the viewer
-- follows, up to a maximum. They are looked for among the newest 500 cruds and 500 reposts of everybody; only when there were
-- more since the position is each followed person asked for theirs.
with followed as materialized (
  select followee_id as id from follows where follower_id = cast(:viewer_id as uuid)
  except all
  select muted_id from mutes where muter_id = cast(:viewer_id as uuid)
), cursor as materialized (
  select
    coalesce(cast(:cursor_at as timestamptz), '-infinity') as at,
    coalesce(cast(:cursor_id as uuid), '00000000-0000-0000-0000-000000000000') as id
), newest_cruds as materialized (
  select newest.*
  from cursor
  cross join lateral (
    select activity.author_id as person_id, activity.id
    from activities activity
    where activity.parent_id is null and (activity.created_at, activity.id) > (cursor.at, cursor.id)
    order by activity.created_at desc, activity.id desc
    limit 500
  ) newest
), newest_reposts as materialized (
  select newest.*
  from cursor
  cross join lateral (
    select repost.profile_id as person_id, repost.activity_id as id
    from reposts repost
    where (repost.created_at, repost.activity_id) > (cursor.at, cursor.id)
    order by repost.created_at desc, repost.activity_id desc
    limit 500
  ) newest
), entries as (
  select person_id, id from newest_cruds where person_id in (select id from followed)
  union all
  select person_id, id from newest_reposts where person_id in (select id from followed)
  union all
  select followed.id, entry.id
  from followed
  cross join cursor
  cross join lateral (
    select activity.id
    from activities activity
    where activity.author_id = followed.id and activity.parent_id is null
      and is_live(activity) and activity.hidden_at is null
      and (activity.created_at, activity.id) > (cursor.at, cursor.id)
    order by activity.created_at desc, activity.id desc
    limit 50
  ) entry
  where (select count(*) from newest_cruds) = 500
  union all
  select followed.id, entry.id
  from followed
  cross join cursor
  cross join lateral (
    select repost.activity_id as id
    from reposts repost
    join activities activity on activity.id = repost.activity_id
    where repost.profile_id = followed.id
      and is_live(activity) and activity.hidden_at is null
      and (repost.created_at, repost.activity_id) > (cursor.at, cursor.id)
    order by repost.created_at desc, repost.activity_id desc
    limit 50
  ) entry
  where (select count(*) from newest_reposts) = 500
)
select count(*) as number
from (
  select distinct entry.id
  from entries entry
  join activities activity on activity.id = entry.id
  join profiles author on author.id = activity.author_id
  join profiles person on person.id = entry.person_id
  where activity.author_id <> cast(:viewer_id as uuid)
    and is_in_feed(activity, author, cast(:viewer_id as uuid))
    and is_person_visible(person, cast(:viewer_id as uuid))
  limit cast(:row_limit as integer)
) newer;
