import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { generate } from '../../bench/dataset/generate.ts';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { rewritePlaceholders } from '../../local/services/rds-data/statement/placeholders.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople } from '../support/people.ts';

const folder = join(import.meta.dirname, '../../sql/queries');
const QUERIES = readdirSync(folder).filter((file) => file.endsWith('.sql'));

/** Enough that the planner prefers an index wherever there is one for it. */
const TIER = {
  name: 'plans',
  people: 2_000,
  followed: 500,
  cruds: 6_000,
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

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  const rds = test.cloud.context.service<RdsData>('rds-data');
  const connectionString = await rds.connectionString(rds.clusterArns()[0]!);
  const reader = await (await createPeople(test.cloud)).person('reader');
  await generate(connectionString, TIER, [reader.id], () => undefined);
  client = new pg.Client({ connectionString });
  await client.connect();
  // The plan for parameters that are not known, which is the hardest to make.
  await client.query('set plan_cache_mode = force_generic_plan');
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= $1`,
    [BIG],
  );
  big = new Set(rows.map(({ name }) => name));
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

describe('every query takes what the Data API can give', () => {
  it.each(QUERIES)('%s', async (file) => {
    const { text, names } = rewritePlaceholders(
      readFileSync(join(folder, file), 'utf8').trim().replace(/;$/, ''),
    );
    // Without types said, Postgres finds those that the statement wants: a uuid would need a cast.
    await client.query(`prepare described as ${text}`);
    const { rows } = await client.query<{ types: string[] }>(
      `select parameter_types::text[] as types from pg_prepared_statements where name = 'described'`,
    );
    await client.query('deallocate described');
    const wanted = Object.fromEntries(names.map((name, index) => [name, rows[0]!.types[index]]));
    const unfit = Object.entries(wanted).filter(([name, type]) => {
      const given = typeOf(name);
      return given === 'bigint' ? !/^(bigint|integer|double precision)$/.test(type!) : type !== given;
    });
    expect(unfit).toEqual([]);
  });
});
