-- Live cruds by their score (sql/migrations/0007_counts.sql), which an index keeps in order: nothing decays by a job.
select presented.item, cast(page.at as text) as at, page.id
from (
  select *
  from (
    select activity, author, counts.score as at, counts.activity_id as id
    from activity_counts counts
    join activities activity on activity.id = counts.activity_id
    join profiles author on author.id = activity.author_id
    where counts.score is not null
      and is_in_feed(activity, author, cast(:viewer_id as uuid))
      and (counts.score, counts.activity_id) < (
        coalesce(cast(:cursor_at as double precision), 'infinity'),
        coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by counts.score desc, counts.activity_id desc
    limit 51
  ) walk
  order by at desc, id desc
  limit cast(:row_limit as integer)
) page
cross join lateral activity_items(page.activity, page.author, cast(:viewer_id as uuid)) presented
order by page.at desc, page.id desc;
