-- Cruds and reposts of the viewer and of those whom the viewer follows, newest first. The cost grows with how many that
-- are at most, not with how much there is. Whoever follows many finds a page among the newest 500 cruds and 500 reposts of
-- everybody (`recent`; complete down to where either ends). Otherwise each person is a source that is asked for its
-- newest entry, the page's entries can only come from as many sources as the page has rows, and only those are read on.
-- `item` is null where the rules leave an entry out, so that the cursor can pass it.
with followed as materialized (
  (
    select followee_id as id from follows where follower_id = cast(:viewer_id as uuid)
    union all
    select cast(:viewer_id as uuid)
  )
  except all
  select muted_id from mutes where muter_id = cast(:viewer_id as uuid)
), cursor as materialized (
  select
    coalesce(cast(:cursor_at as timestamptz), 'infinity') as at,
    coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff') as id
), newest_cruds as materialized (
  select newest.*
  from cursor
  cross join lateral (
    select activity.author_id as person_id, false as is_repost, activity.created_at as at, activity.id
    from activities activity
    where activity.parent_id is null and (activity.created_at, activity.id) < (cursor.at, cursor.id)
    order by activity.created_at desc, activity.id desc
    limit 500
  ) newest
  where (select count(*) from followed) > 100
), newest_reposts as materialized (
  select newest.*
  from cursor
  cross join lateral (
    select repost.profile_id as person_id, true as is_repost, repost.created_at as at, repost.activity_id as id
    from reposts repost
    where (repost.created_at, repost.activity_id) < (cursor.at, cursor.id)
    order by repost.created_at desc, repost.activity_id desc
    limit 500
  ) newest
  where (select count(*) from followed) > 100
), walked as materialized (
  -- Beyond this moment there may be more than was walked; null when there is not.
  select greatest(
    (select min(at) from newest_cruds having count(*) = 500),
    (select min(at) from newest_reposts having count(*) = 500)
  ) as until
), recent as materialized (
  select newest.*
  from (select * from newest_cruds union all select * from newest_reposts) newest
  join activities activity on activity.id = newest.id
  cross join walked
  where newest.person_id in (select id from followed)
    and is_live(activity) and activity.hidden_at is null
    and (walked.until is null or newest.at > walked.until)
  order by newest.at desc, newest.id desc
  limit cast(:row_limit as integer)
), sources as materialized (
  select followed.id as person_id, newest.is_repost
  from followed
  cross join cursor
  cross join lateral (
    (
      select false as is_repost, activity.created_at as at, activity.id
      from activities activity
      where activity.author_id = followed.id and activity.parent_id is null
        and is_live(activity) and activity.hidden_at is null
        and (activity.created_at, activity.id) < (cursor.at, cursor.id)
      order by activity.created_at desc, activity.id desc
      limit 1
    )
    union all
    (
      select true, repost.created_at, repost.activity_id
      from reposts repost
      join activities activity on activity.id = repost.activity_id
      where repost.profile_id = followed.id
        and is_live(activity) and activity.hidden_at is null
        and (repost.created_at, repost.activity_id) < (cursor.at, cursor.id)
      order by repost.created_at desc, repost.activity_id desc
      limit 1
    )
  ) newest
  where (select count(*) from recent) < cast(:row_limit as integer)
  order by newest.at desc, newest.id desc
  limit cast(:row_limit as integer)
), read_on as materialized (
  select source.person_id, source.is_repost, entry.at, entry.id
  from sources source
  cross join cursor
  cross join lateral (
    select *
    from (
      (
        select activity.created_at as at, activity.id
        from activities activity
        where not source.is_repost
          and activity.author_id = source.person_id and activity.parent_id is null
          and is_live(activity) and activity.hidden_at is null
          and (activity.created_at, activity.id) < (cursor.at, cursor.id)
        order by activity.created_at desc, activity.id desc
        limit 51
      )
      union all
      (
        select repost.created_at, repost.activity_id
        from reposts repost
        join activities activity on activity.id = repost.activity_id
        where source.is_repost
          and repost.profile_id = source.person_id
          and is_live(activity) and activity.hidden_at is null
          and (repost.created_at, repost.activity_id) < (cursor.at, cursor.id)
        order by repost.created_at desc, repost.activity_id desc
        limit 51
      )
    ) own
    limit cast(:row_limit as integer)
  ) entry
  order by entry.at desc, entry.id desc
  limit cast(:row_limit as integer)
), entries as (
  select person_id, is_repost, at, id from recent where (select count(*) from recent) = cast(:row_limit as integer)
  union all
  select person_id, is_repost, at, id from read_on
)
select
  shown.item,
  case when entry.is_repost and shown.item is not null then shown.reposted_by end as reposted_by,
  iso_timestamp(entry.at) as at,
  entry.id
from entries entry
left join lateral (
  select presented.item, profile_json(person) as reposted_by
  from activities activity
  join profiles author on author.id = activity.author_id
  join profiles person on person.id = entry.person_id
  cross join lateral activity_items(activity, author, cast(:viewer_id as uuid)) presented
  where activity.id = entry.id
    and is_in_feed(activity, author, cast(:viewer_id as uuid))
    and is_person_visible(person, cast(:viewer_id as uuid))
) shown on true
order by entry.at desc, entry.id desc;
