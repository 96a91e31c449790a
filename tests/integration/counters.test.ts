import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

// What many do at once, in the same statements and on the same rows: counters equal the rows, nobody waits for somebody
// who waits for them (a deadlock would come as the error Busy), and what races either happened or did not.
let test: TestCloud;
let sql: RunSql;
let crowd: Person[];

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  sql = await createSql(test.cloud);
  const people = await createPeople(test.cloud);
  crowd = await people.persons(...Array.from({ length: 8 }, (_, n) => `p${n}`));
});
afterAll(() => test[Symbol.asyncDispose]());

const act = (person: Person, mutation: string, id: string) =>
  person.graphql(`mutation ($id: ID!) { ${mutation}(id: $id) { id } }`, { id });

/** All at once, in an order that is nobody's. Answers the types of the errors. */
async function race(works: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const answers = await Promise.all(works.map((work) => work()));
  return answers.flatMap((answer) =>
    ((answer as { errors?: { errorType?: string }[] }).errors ?? []).map(
      ({ errorType }) => errorType ?? 'Untyped',
    ),
  );
}

async function wrongCounters(): Promise<unknown[]> {
  const cruds = await sql(`select counts.* from activity_counts counts
    where likes <> (select count(*) from likes where activity_id = counts.activity_id)
      or reposts <> (select count(*) from reposts where activity_id = counts.activity_id)
      or replies <> (select count(*) from activities reply where reply.parent_id = counts.activity_id and reply.hidden_at is null)
      or quotes <> (select count(*) from activities quote where quote.quote_id = counts.activity_id and quote.hidden_at is null)`);
  const people = await sql(`select counts.* from profile_counts counts
    where followers <> (select count(*) from follows where followee_id = counts.profile_id)
      or following <> (select count(*) from follows where follower_id = counts.profile_id)
      or activities <> (select count(*) from activities where author_id = counts.profile_id)`);
  const groups = await sql(`select told.* from notification_groups told
    where total <> (
      select count(*) from notifications row
      where row.recipient_id = told.recipient_id and row.kind = told.kind and row.about = told.about and row.day = told.day)`);
  return [...cruds, ...people, ...groups];
}

it('counts replies, quotes and reposts while they come and go', async () => {
  const [author, ...others] = crowd;
  const root = await post(author!, 'Answer this');
  const errors = await race(
    others.flatMap((person) => [
      async () => {
        const reply = await post(person, 'A reply', { parentId: root });
        await post(author!, 'A reply to the reply', { parentId: reply });
        // Its reply goes with it, while others answer the same crud.
        return act(person, 'deleteActivity', reply);
      },
      () => post(person, 'A reply that stays', { parentId: root }),
      async () => act(person, 'deleteActivity', await post(person, 'A quote', { quoteId: root })),
      () => post(person, 'A quote that stays', { quoteId: root }),
      () => act(person, 'repostActivity', root),
      () => act(person, 'undoRepost', root),
      () => act(person, 'repostActivity', root),
    ]),
  );
  expect(errors).toEqual([]);
  expect(await wrongCounters()).toEqual([]);
  const [counts] = await sql(
    'select replies, quotes from activity_counts where activity_id = cast(:root as uuid)',
    {
      root,
    },
  );
  expect(counts).toEqual({ replies: 7, quotes: 7 });
});

it('counts follows while people follow one another, leave and block', async () => {
  const pairs = crowd.flatMap((one) =>
    crowd.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  expect(
    await race(
      pairs.flatMap(([one, other]) => [
        () => act(one, 'followProfile', other.id),
        () => act(one, 'unfollowProfile', other.id),
        () => act(one, 'followProfile', other.id),
      ]),
    ),
  ).toEqual([]);
  expect(await wrongCounters()).toEqual([]);

  const errors = await race(
    pairs.flatMap(([one, other], index) => [
      () => act(one, 'followProfile', other.id),
      () => act(other, index % 3 === 0 ? 'blockProfile' : 'followProfile', one.id),
    ]),
  );
  // Whoever came after a block is told that there is nobody.
  expect(errors.filter((type) => type !== 'NotFound')).toEqual([]);
  expect(await wrongCounters()).toEqual([]);
  const across = await sql(`select 1 from follows join blocks
    on (follower_id, followee_id) in ((blocker_id, blocked_id), (blocked_id, blocker_id))`);
  expect(across).toEqual([]);
});

it('lets somebody post exactly as often as the limit says, however many come at once', async () => {
  const person = await (await createPeople(test.cloud)).person('eager');
  const start = Date.now();
  const errors = await race(
    Array.from(
      { length: 40 },
      () => () =>
        person.graphql(
          'mutation ($id: ID!) { createActivity(clientId: $id, message: "One of many") { id } }',
          {
            id: randomUUID(),
          },
        ),
    ),
  );
  expect(new Set(errors)).toEqual(new Set(['RateLimited']));
  const [stored] = await sql('select count(*) as n from activities where author_id = cast(:id as uuid)', {
    id: person.id,
  });
  expect(stored).toEqual({ n: 40 - errors.length });
  // Thirty at a stretch, and one more for each twenty seconds that this took.
  const most = 30 + Math.ceil((Date.now() - start) / 20_000);
  expect(stored!['n']).toBeGreaterThanOrEqual(30);
  expect(stored!['n']).toBeLessThanOrEqual(most);
});
