import type { Client } from 'pg';
import type { Tier } from './tiers.ts';

/** Each counts rows that should not be. */
const MISTAKES: Readonly<Record<string, string>> = {
  'counters of cruds': `
    select count(*) from activity_counts counts join activities activity on activity.id = counts.activity_id
    where (likes, reposts, replies, quotes) is distinct from (
      (select count(*) from likes where likes.activity_id = activity.id),
      (select count(*) from reposts where reposts.activity_id = activity.id),
      (select count(*) from activities reply where reply.parent_id = activity.id),
      (select count(*) from activities quote where quote.quote_id = activity.id))`,
  'cruds without counters': `
    select count(*) from activities where not exists (select from activity_counts where activity_id = activities.id)`,
  'counters of people': `
    select count(*) from profile_counts counts
    where (followers, following, activities) is distinct from (
      (select count(*) from follows where followee_id = profile_id),
      (select count(*) from follows where follower_id = profile_id),
      (select count(*) from activities where author_id = profile_id))`,
  'replies that outlive what they answer': `
    select count(*) from activities reply join activities parent on parent.id = reply.parent_id
    where reply.expires_at > parent.expires_at or reply.created_at < parent.created_at`,
  'groups of notifications': `
    select count(*) from notification_groups told
    where total <> (
      select count(*) from notifications row
      where row.recipient_id = told.recipient_id and row.kind = told.kind and row.about = told.about and row.day = told.day)`,
  'hashtags that the text does not hold': `
    select count(*)
    from (select * from activity_hashtags order by activity_id limit 500) hashtag
    join activities activity on activity.id = hashtag.activity_id
    where hashtag.tag not in (select hashtags_in(activity.message))`,
};

/** Counts everything anew. Throws naming what is wrong. */
export async function verify(client: Client, tier: Tier): Promise<void> {
  for (const [what, sql] of Object.entries(MISTAKES)) {
    const { rows } = await client.query<{ count: string }>(sql);
    if (rows[0]!.count !== '0') throw new Error(`${tier.name}: ${rows[0]!.count} ${what} are wrong.`);
  }
  const { rows } = await client.query<Record<string, number>>(`select
    (select count(*) from activities where parent_id is null)::int as cruds,
    (select count(*) from activities where parent_id is not null)::int as replies,
    (select count(*) from likes)::int as likes,
    (select max(likes) from activity_counts) as "likesOfOne",
    (select count(*) from profiles)::int as profiles`);
  const { cruds, replies, likes, likesOfOne } = tier;
  const expected = { cruds, replies, likes, likesOfOne, profiles: Math.max(tier.people, likesOfOne) };
  if (JSON.stringify(rows[0]) !== JSON.stringify(expected)) {
    throw new Error(`${tier.name}: ${JSON.stringify(rows[0])} instead of ${JSON.stringify(expected)}`);
  }
}
