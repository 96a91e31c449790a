-- The hashtags that most people use now, out of the newest 2,000 uses of the last week: as much work at any size.
select
  json_build_object(
    'tag', recent.tag,
    'activityCount', count(*),
    'authorCount', count(distinct activity.author_id)
  ) as item
from (
  select tag, activity_id
  from activity_hashtags
  where created_at > now() - interval '7 days'
  order by created_at desc
  limit 2000
) recent
join activities activity on activity.id = recent.activity_id
join profiles author on author.id = activity.author_id
where is_shown(activity, author, null)
group by recent.tag
order by count(distinct activity.author_id) desc, count(*) desc, recent.tag
limit cast(:row_limit as integer);
