-- The GraphQL type Activity, as a function that answers a row. Postgres inlines such functions into the statement that asks
-- them, subqueries and all, and plans them with it, once. `activity_json`, which answers a value, it plans and starts
-- anew: a page of 21 rows took four times as long. So what presents a page joins this laterally, behind its limit.
create function activity_items(activity activities, author profiles, viewer uuid) returns table (item json)
language sql stable parallel safe
begin atomic
  select json_build_object(
    'id', activity.id,
    'clientId', activity.client_id,
    'author', profile_json(author),
    'message', activity.message,
    'createdAt', iso_timestamp(activity.created_at),
    'expiresAt', iso_timestamp(activity.expires_at),
    'editedAt', iso_timestamp(activity.edited_at),
    'parentId', activity.parent_id,
    'threadId', activity.thread_id,
    'parentAuthorHandle', case when activity.parent_id is not null then (
      select parent_author.handle
      from activities parent
      join profiles parent_author on parent_author.id = parent.author_id
      where parent.id = activity.parent_id
    ) end,
    'hasQuote', activity.quote_id is not null,
    'quote', case when activity.quote_id is not null then (
      select quoted_json(quoted, quoted_author)
      from activities quoted
      join profiles quoted_author on quoted_author.id = quoted.author_id
      where quoted.id = activity.quote_id and is_visible(quoted, quoted_author, viewer)
    ) end,
    'replyCount', coalesce(counts.replies, 0) - case when counts.replies > 0 then (
      select count(*) from activities reply
      where reply.parent_id = activity.id and reply.expires_at <= now() and reply.hidden_at is null
    ) else 0 end,
    'quoteCount', coalesce(counts.quotes, 0) - case when counts.quotes > 0 then (
      select count(*) from activities quoting
      where quoting.quote_id = activity.id and quoting.expires_at <= now() and quoting.hidden_at is null
    ) else 0 end,
    'likeCount', coalesce(counts.likes, 0),
    'repostCount', coalesce(counts.reposts, 0),
    'likedByMe', exists (select from likes where activity_id = activity.id and profile_id = viewer),
    'repostedByMe', exists (select from reposts where activity_id = activity.id and profile_id = viewer),
    'bookmarkedByMe', exists (select from bookmarks where profile_id = viewer and activity_id = activity.id),
    'hiddenReason', case when author.id = viewer then activity.hidden_reason end
  )
  from (select) as always
  left join activity_counts counts on counts.activity_id = activity.id;
end;

-- The same for one crud, as a value.
create or replace function activity_json(activity activities, author profiles, viewer uuid) returns json
language sql stable parallel safe
return (select item from activity_items(activity, author, viewer));
