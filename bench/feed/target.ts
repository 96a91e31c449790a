import { createCaller } from '../../tests/support/graphql.ts';
import { createRawSql } from '../lib/raw-sql.ts';
import type { Member, Target } from './operations.ts';
import type { Served } from './plan.ts';

export interface Prepared extends AsyncDisposable {
  target: Target;
  /** To be called before so many calls: nobody is to be stopped for posting too often. */
  beforeCalls(number: number): Promise<void>;
}

/** A few for each of sixteen people, who may post thirty times. */
const CALLS_BETWEEN = 64;

/** Everything that the operations need of a data set. What they write is taken away at the end. */
export async function prepareTarget({ url, connectionString, people }: Served): Promise<Prepared> {
  const { run, pool } = createRawSql(connectionString, 16);
  const [reader, ...writers] = people.map(({ id, token }): Member => {
    const headers = { authorization: token, 'content-type': 'application/json' };
    return { id, ...createCaller((body) => fetch(url, { method: 'POST', headers, body })) };
  });
  const one = async (sql: string): Promise<any> => (await pool.query(sql)).rows[0];
  const { id: threadId } = await one(
    'select activity_id as id from activity_counts order by replies desc limit 1',
  );
  const { handle: profileHandle } = await one(`select handle from profiles
    join profile_counts on profile_id = id where handle not like 'reader%' order by activities desc limit 1`);
  const { ids: cruds } = await one(`select array_agg(id) as ids from (
    select id from activities where parent_id is null and expires_at > now() + interval '6 hours'
    order by created_at desc limit 200) newest`);
  const { now } = await one('select now()');
  // What somebody is just using stays: waiting for it here could be waiting for one another.
  const forget = `delete from rate_limits where (profile_id, kind) in (
    select profile_id, kind from rate_limits for update skip locked)`;
  await pool.query(forget);
  let calls = 0;
  return {
    target: { reader: reader!, writers, profileHandle, threadId, cruds, sql: run },
    async beforeCalls(number) {
      calls += number;
      if (calls < CALLS_BETWEEN) return;
      calls = 0;
      await pool.query(forget);
    },
    async [Symbol.asyncDispose]() {
      const ids = writers.map(({ id }) => id);
      await pool.query('delete from activities where author_id = any ($1) and created_at > $2', [ids, now]);
      await pool.query('delete from likes where profile_id = any ($1) and created_at > $2', [ids, now]);
      await pool.query('vacuum analyze activities, activity_counts, likes');
      await pool.end();
    },
  };
}
