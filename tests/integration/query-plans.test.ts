import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql16';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { generate } from '../../bench/dataset/generate.ts';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { rewritePlaceholders } from '../../local/services/rds-data/statement/placeholders.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type Person } from '../support/people.ts';

const folder = join(import.meta.dirname, '../../sql/queries');
const QUERIES = readdirSync(folder).filter((file) => file.endsWith('.sql'));

/** Enough that the planner prefers an index wherever there is one for it. */
const TIER = {
  name: 'plans',
  people: 2_000,
  followed: 500,
  cruds: 15_000,
  replies: 2_500,
  repliesOfOne: 500,
  likes: 20_000,
  likesOfOne: 2_500,
};
/** A table is big when it has this many rows in the tier. Settings, queues and logs have fewer. */
const BIG = 1_000;

/** How the Data API gives parameters: numbers as bigint, truth as boolean, everything else as text. */
const NUMBERS = new Set(['row_limit', 'expires_in_hours', 'within_minutes', 'most']);
const BOOLEANS = new Set(['hide', 'suspend', 'told']);
const typeOf = (name: string) => (NUMBERS.has(name) ? 'bigint' : BOOLEANS.has(name) ? 'boolean' : 'text');

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

let test: TestCloud;
let client: pg.Client;
let big: Set<string>;
let reader: Person;
let schema: GraphQLSchema;
/** Something that there is to be found by each parameter. */
let examples: Record<string, string>;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  const rds = test.cloud.context.service<RdsData>('rds-data');
  const connectionString = await rds.connectionString(rds.clusterArns()[0]!);
  reader = await (await createPeople(test.cloud)).person('reader');
  await generate(connectionString, TIER, [reader.id], () => undefined);
  client = new pg.Client({ connectionString });
  await client.connect();
  // The plan for parameters that are not known, which is the hardest to make.
  await client.query('set plan_cache_mode = force_generic_plan');
  // In tables as small as these, hashing all of one is cheaper than the two thousand look-ups that some queries allow
  // themselves; in big ones it is not.
  await client.query('set enable_hashjoin = off; set enable_mergejoin = off');
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= $1`,
    [BIG],
  );
  big = new Set(rows.map(({ name }) => name));
  const found = await client.query(`select
    (select id from activities join activity_counts on activity_id = id
      where expires_at > now() + interval '1 hour' order by least(likes, quotes) desc limit 1) as id,
    (select tag from activity_hashtags group by 1 order by count(*) desc limit 1) as tag`);
  examples = { ...found.rows[0], query: 'the' };
  // In the assembly's schema AppSync's own scalars and directives are left out.
  const [asset] = readdirSync(inject('sandboxAssembly')).filter((file) => file.endsWith('.graphql'));
  const text = readFileSync(join(inject('sandboxAssembly'), asset!), 'utf8');
  const names = new Set([...text.matchAll(/\bAWS[A-Z]\w+/g)].map(([name]) => name));
  schema = buildSchema([text, ...[...names].map((name) => `scalar ${name}`)].join('\n'), {
    assumeValid: true,
  });
});
afterAll(async () => {
  await client.end();
  await test[Symbol.asyncDispose]();
});

async function planOf(sql: string): Promise<PlanNode> {
  const { text, names } = rewritePlaceholders(sql.trim().replace(/;$/, ''));
  const types = names.length ? `(${names.map(typeOf).join(', ')})` : '';
  await client.query(`prepare tested${types} as ${text}`);
  try {
    const values = names.length ? `(${names.map(() => 'null').join(', ')})` : '';
    const { rows } = await client.query(`explain (format json) execute tested${values}`);
    return rows[0]['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('deallocate tested');
  }
}

function scanned(node: PlanNode): string[] {
  const own = node['Node Type'].endsWith('Seq Scan') && node['Relation Name'];
  return [...(own ? [own] : []), ...(node.Plans ?? []).flatMap(scanned)];
}

describe('no query reads a big table from end to end', () => {
  it('and tables are told big from small', () => {
    expect([...big]).toEqual(
      expect.arrayContaining([
        'activities',
        'activity_counts',
        'follows',
        'likes',
        'notifications',
        'profiles',
      ]),
    );
  });

  it('finds one that does', async () => {
    const plan = await planOf('select id from activities where message = :message');
    expect(scanned(plan)).toEqual(['activities']);
  });

  it.each(QUERIES)('%s', async (file) => {
    const plan = await planOf(readFileSync(join(folder, file), 'utf8'));
    expect(scanned(plan).filter((table) => big.has(table))).toEqual([]);
  });
});

/** Which GraphQL type the items of a query become. */
const TYPES: Readonly<Record<string, string>> = {
  home_feed: 'Activity',
  trending_feed: 'Activity',
  following_feed: 'Activity',
  bookmarks: 'Activity',
  activities_by_hashtag: 'Activity',
  profile_cruds: 'Activity',
  profile_replies: 'Activity',
  profile_media: 'Activity',
  profile_likes: 'Activity',
  quotes_of: 'Activity',
  get_thread: 'Activity',
  get_activity: 'Activity',
  search_activities: 'Activity',
  likers_of: 'Profile',
  followers: 'Profile',
  following: 'Profile',
  search_people: 'Profile',
  suggested_profiles: 'Profile',
  get_profile: 'Profile',
  profile_by_handle: 'Profile',
  notifications: 'Notification',
  trending_hashtags: 'TrendingHashtag',
};

describe('items fit their GraphQL type', () => {
  it.each(Object.entries(TYPES))('%s: %s', async (query, type) => {
    const { text, names } = rewritePlaceholders(
      readFileSync(join(folder, `${query}.sql`), 'utf8')
        .trim()
        .replace(/;$/, ''),
    );
    const known: Record<string, string | number> = {
      ...examples,
      row_limit: 21,
      viewer_id: reader.id,
      caller_id: reader.id,
      profile_id: reader.id,
      handle: reader.handle,
    };
    // A person by id is asked for by `id`, as cruds are.
    if (query === 'get_profile') known['id'] = reader.id;
    const { rows } = await client.query(
      text,
      names.map((name) => known[name] ?? null),
    );
    const items = rows.map(({ item }) => item).filter((item) => item !== null);
    expect(items.length).toBeGreaterThan(0);
    expect(items.flatMap((item) => unfit(type, item))).toEqual([]);
  });

  it('finds what does not fit', () => {
    expect(unfit('TrendingHashtag', { tag: 1, authorCount: 2, more: 3 })).toEqual([
      'TrendingHashtag.tag: 1 for String!',
      'TrendingHashtag has no field more',
      'TrendingHashtag.activityCount: undefined for Int!',
    ]);
  });
});

/** What of a value contradicts a type of the schema. */
function unfit(type: string, item: Record<string, unknown>): string[] {
  const fields = (schema.getType(type) as GraphQLObjectType).getFields();
  return [
    ...Object.entries(item).flatMap(([name, value]) =>
      fields[name] ? misfits(fields[name].type, value, `${type}.${name}`) : [`${type} has no field ${name}`],
    ),
    ...Object.entries(fields).flatMap(([name, field]) =>
      isNonNullType(field.type) && !(name in item)
        ? [`${type}.${name}: undefined for ${String(field.type)}`]
        : [],
    ),
  ];
}

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: Number.isInteger,
  Boolean: (value) => typeof value === 'boolean',
  AWSDateTime: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
};

function misfits(type: GraphQLOutputType, value: unknown, path: string): string[] {
  if (value === null) return isNonNullType(type) ? [`${path}: null for ${String(type)}`] : [];
  const inner = getNullableType(type);
  if (isListType(inner)) {
    return (value as unknown[]).flatMap((one) => misfits(inner.ofType as GraphQLOutputType, one, path));
  }
  const { name } = getNamedType(inner);
  if (isObjectType(inner)) return unfit(name, value as Record<string, unknown>);
  const fits = SCALARS[name] ?? ((one: unknown) => typeof one === 'string');
  return fits(value) ? [] : [`${path}: ${JSON.stringify(value)} for ${String(type)}`];
}
