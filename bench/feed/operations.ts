import { randomUUID } from 'node:crypto';
import { ACTIVITY_FIELDS, CHANGED_FIELDS, PROFILE_FIELDS } from '../../src/lib/data/fields.ts';
import type { Caller } from '../../tests/support/graphql.ts';
import type { RawSql } from '../lib/raw-sql.ts';

/** Somebody signed in. */
export type Member = Caller & { readonly id: string };

/** What an operation is run against. */
export interface Target {
  /** Who looks; follows 2,000. */
  reader: Member;
  /** Who writes, one after the other: nobody may post more than 30 times in a row. */
  writers: readonly Member[];
  /** A person with many cruds. */
  profileHandle: string;
  /** The crud with 5,000 replies. */
  threadId: string;
  /** Some that are on the home feed. */
  cruds: readonly string[];
  sql: RawSql;
}

/** The same thing in both ways; `n` counts the calls. Both throw when the answer is not what it should be. */
export interface Operation {
  graphql(target: Target, n: number): Promise<void>;
  sql(target: Target, n: number): Promise<void>;
}

/** Words of every frequency, the beginning of some, and two at once. */
const SEARCHES = ['the', 'coffee', 'compiler', 'vosan', 'kal', 'coffee morning', 'tag12', 'winter'];
const PAGE = `items { ${ACTIVITY_FIELDS} } cursor`;
const FULL_PROFILE = `${PROFILE_FIELDS} bio location website followerCount followingCount activityCount followedByMe followsMe`;

function expectRows(rows: { length: number } | null | undefined, least = 1): void {
  if (!rows || rows.length < least) throw new Error(`${rows?.length} rows`);
}

function list(field: string, query: string, viewer: 'viewer_id' | 'caller_id' = 'viewer_id'): Operation {
  return {
    graphql: async ({ reader }) =>
      expectRows((await reader.ask(`{ ${field}(limit: 20) { ${PAGE} } }`)).items, 20),
    sql: async ({ sql, reader }) => expectRows(await sql(query, { [viewer]: reader.id, row_limit: 21 }), 21),
  };
}

const writer = ({ writers }: Target, n: number): Member => writers[n % writers.length]!;
/** Likes and takes back in turns, each crud by one person at a time; what one way does is not what the other does. */
const liked = ({ cruds }: Target, n: number, way: 0 | 1): string =>
  cruds[(2 * Math.floor(n / 2) + way) % cruds.length]!;

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  home: list('homeFeed', 'home_feed'),
  following: list('followingFeed', 'following_feed'),
  profile: {
    async graphql({ reader, profileHandle: handle }) {
      const { data, errors } = await reader.graphql(
        `query ($handle: String!) { profile(handle: $handle) { ${FULL_PROFILE} }
          activitiesByProfile(handle: $handle, limit: 20) { ${PAGE} } }`,
        { handle },
      );
      if (errors) throw new Error(errors[0]!.message);
      expectRows(data.activitiesByProfile.items, 20);
    },
    async sql({ sql, reader, profileHandle: handle }) {
      const values = { handle, viewer_id: reader.id, row_limit: 21 };
      // As AppSync does it: both fields at once.
      const [person, page] = await Promise.all([
        sql('profile_by_handle', values),
        sql('profile_cruds', values),
      ]);
      expectRows(person);
      expectRows(page, 21);
    },
  },
  thread: {
    graphql: async ({ reader, threadId }) =>
      expectRows(
        (
          await reader.ask(
            `query ($id: ID!) { thread(id: $id, limit: 20) { focused { ${ACTIVITY_FIELDS} } ancestors { ${ACTIVITY_FIELDS} }
              replies { ${ACTIVITY_FIELDS} } cursor branches { parentId cursor } } }`,
            { id: threadId },
          )
        ).replies,
        20,
      ),
    sql: async ({ sql, reader, threadId }) =>
      expectRows(await sql('get_thread', { id: threadId, viewer_id: reader.id, row_limit: 21 }), 22),
  },
  trending: list('trendingFeed', 'trending_feed'),
  search: {
    graphql: async ({ reader }, n) =>
      expectRows(
        (
          await reader.ask(
            `query ($query: String!) { searchActivities(query: $query, limit: 20) { ${PAGE} } }`,
            {
              query: SEARCHES[n % SEARCHES.length],
            },
          )
        ).items,
      ),
    sql: async ({ sql, reader }, n) =>
      expectRows(
        await sql('search_activities', {
          query: SEARCHES[n % SEARCHES.length]!,
          viewer_id: reader.id,
          row_limit: 21,
        }),
      ),
  },
  notifications: {
    graphql: async ({ reader }) =>
      expectRows(
        (
          await reader.ask(
            `{ notifications(limit: 20) { items { id kind total unread createdAt actors { ${PROFILE_FIELDS} }
              activity { ${ACTIVITY_FIELDS} } } cursor } }`,
          )
        ).items,
        20,
      ),
    sql: async ({ sql, reader }) =>
      expectRows(await sql('notifications', { caller_id: reader.id, row_limit: 21 }), 21),
  },
  like: {
    async graphql(target, n) {
      const field = n % 2 === 0 ? 'likeActivity' : 'unlikeActivity';
      const query = `mutation ($id: ID!) { ${field}(id: $id) { ${CHANGED_FIELDS} } }`;
      await writer(target, Math.floor(n / 2)).ask(query, { id: liked(target, n, 0) });
    },
    async sql(target, n) {
      const query = n % 2 === 0 ? 'like_activity' : 'unlike_activity';
      const viewer = writer(target, Math.floor(n / 2)).id;
      expectRows(await target.sql(query, { id: liked(target, n, 1), viewer_id: viewer }));
    },
  },
  post: {
    async graphql(target, n) {
      await writer(target, n).ask(
        `mutation ($clientId: ID!, $message: String!) {
          createActivity(clientId: $clientId, message: $message) { ${CHANGED_FIELDS} pulse parentChanged } }`,
        { clientId: randomUUID(), message: `Measured ${n}, at the length that most cruds have: a sentence.` },
      );
    },
    sql: async (target, n) =>
      expectRows(
        await target.sql('create_activity', {
          author_id: writer(target, n).id,
          client_id: randomUUID(),
          message: `Measured ${n}, at the length that most cruds have: a sentence.`,
          expires_in_hours: 168,
        }),
      ),
  },
};
