import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { insertCrud, post } from '../support/cruds.ts';
import type { Caller } from '../support/graphql.ts';
import { runExpiry, runsOf } from '../support/expiry.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

const MINUTE = 60_000;
let test: TestCloud;
let sql: RunSql;
let people: People;
let ada: Person;
let grace: Person;
let hedy: Person;
let leaver: Person;
let visitor: Caller;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  sql = await createSql(test.cloud);
  people = await createPeople(test.cloud);
  [ada, grace, hedy, leaver] = await people.persons('ada', 'grace', 'hedy', 'leaver');
  visitor = await people.guest();
});
afterAll(() => test[Symbol.asyncDispose]());

async function advance(minutes: number): Promise<void> {
  test.cloud.clock.advance(minutes * MINUTE);
  await test.cloud.settle();
  for (const person of [ada, grace, hedy, leaver]) await person.signIn();
  visitor = await people.guest();
}

/** How a link to a crud is refused: its page for somebody, the crud by itself, its page for a visitor. */
const answersOf = async (id: string) => [
  await grace.refusal('query ($id: ID!) { thread(id: $id) { cursor } }', { id }),
  await grace.refusal('query ($id: ID!) { activity(id: $id) { id } }', { id }),
  await visitor.refusal('query ($id: ID!) { thread(id: $id) { cursor } }', { id }),
];

const count = async (from: string): Promise<number> =>
  (await sql<{ n: number }>(`select count(*) as n from ${from}`))[0]!.n;

const act = (person: Person, mutation: string, id: string) =>
  person.ask(`mutation ($id: ID!) { ${mutation}(id: $id) { id } }`, { id });

/** Counters that differ from the rows they count. */
const wrongCounters = () =>
  count(`profile_counts counts
    where activities <> (select count(*) from activities where author_id = counts.profile_id)`).then(
    async (people) =>
      people +
      (await count(`activity_counts counts
        where replies <> (select count(*) from activities reply where reply.parent_id = counts.activity_id)
          or quotes <> (select count(*) from activities quote where quote.quote_id = counts.activity_id)
          or likes <> (select count(*) from likes where activity_id = counts.activity_id)
          or reposts <> (select count(*) from reposts where activity_id = counts.activity_id)`)),
  );

it('is invisible at the moment it expires, and is deleted by the hourly run with all that hangs on it', async () => {
  // The schedule counts from the start: half an hour later, so that expiry and run are told apart.
  await advance(30);
  const id = await post(ada, 'Gone in an hour, with #fading @nobody', { expiresIn: 'ONE_HOUR' });
  const reply = await post(grace, 'A reply', { parentId: id });
  const deep = await post(ada, 'A reply to the reply', { parentId: reply });
  const quote = await post(grace, 'A quote that stays', { quoteId: id });
  for (const mutation of ['likeActivity', 'repostActivity', 'bookmarkActivity'])
    await act(grace, mutation, id);
  await act(ada, 'likeActivity', reply);
  await grace.ask('mutation ($id: ID!) { reportActivity(id: $id, reason: SPAM) }', { id });
  const expiries = await sql<{ at: string }>(
    'select distinct expires_at as at from activities where id = cast(:id as uuid) or thread_id = cast(:id as uuid)',
    { id },
  );
  expect(expiries, 'a reply never outlives what it answers').toHaveLength(1);

  await advance(40);
  expect((await ada.ask('query ($id: ID!) { activity(id: $id) { id } }', { id })).id).toBe(id);
  const runs = runsOf(test.cloud).length;
  await advance(21);
  for (const one of [id, reply, deep]) {
    expect(await grace.refusal('query ($id: ID!) { activity(id: $id) { id } }', { id: one })).toBe('Expired');
  }
  const home = await grace.ask('{ homeFeed { items { id quote { id } } } }');
  expect(home.items.map((item: { id: string }) => item.id)).toEqual([quote]);
  expect(home.items[0].quote).toBeNull();
  expect((await grace.ask('{ bookmarks { items { id } } }')).items).toEqual([]);
  const found = await grace.ask('{ searchActivities(query: "fading") { items { id } } }');
  expect(found.items).toEqual([]);
  expect(runsOf(test.cloud), 'nothing ran since').toHaveLength(runs);
  expect(await count('activities')).toBe(4);

  await advance(30);
  expect(runsOf(test.cloud).slice(runs)).toEqual([expect.not.objectContaining({ error: expect.anything() })]);
  expect(await sql('select id from activities')).toEqual([{ id: quote }]);
  for (const one of [id, reply, deep])
    expect(await answersOf(one)).toEqual(['Expired', 'Expired', 'Expired']);
  // The quote still says that it quotes something, and that this has gone.
  const { hasQuote, quote: quoted } = await grace.ask(
    'query ($id: ID!) { activity(id: $id) { hasQuote quote { id } } }',
    { id: quote },
  );
  expect({ hasQuote, quoted }).toEqual({ hasQuote: true, quoted: null });
  for (const table of ['likes', 'reposts', 'bookmarks', 'activity_hashtags']) {
    expect(await count(table), table).toBe(0);
  }
  // That ada was quoted is about the quote.
  expect(await sql('select kind, activity_id from notifications')).toEqual([
    { kind: 'QUOTE', activity_id: quote },
  ]);
  expect(await count('notification_groups')).toBe(1);
  expect(await sql('select activity_id, message_copy from reports')).toEqual([
    { activity_id: null, message_copy: 'Gone in an hour, with #fading @nobody' },
  ]);
  expect(await count('activity_counts')).toBe(1);
  expect(await wrongCounters()).toBe(0);
});

it('says of a link that it has expired when that is so by its id, and before then nothing of what is not to be seen', async () => {
  const [deleted, hidden, blocked, left] = [
    await post(ada, 'Taken away', { expiresIn: 'ONE_HOUR' }),
    await post(ada, 'Hidden', { expiresIn: 'ONE_HOUR' }),
    await post(hedy, 'By somebody who blocks', { expiresIn: 'ONE_HOUR' }),
    await post(leaver, 'By somebody who leaves', { expiresIn: 'ONE_HOUR' }),
  ];
  const quote = await post(ada, 'Quotes what is taken away', { quoteId: deleted });
  const at = (test.cloud.clock.now() + 60 * MINUTE).toString(16).padStart(12, '0');
  const never = `${at.slice(0, 8)}-${at.slice(8)}-8000-8000-000000000000`;
  await act(ada, 'deleteActivity', deleted);
  await sql('update activities set hidden_at = now() where id = cast(:hidden as uuid)', { hidden });
  await sql('insert into blocks values (cast(:hedy as uuid), cast(:grace as uuid))', {
    hedy: hedy.id,
    grace: grace.id,
  });
  await sql('delete from profiles where id = cast(:id as uuid)', { id: leaver.id });

  const refused = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries({ deleted, hidden, blocked, left, never }).map(
          async ([what, one]) => [what, await answersOf(one)] as const,
        ),
      ),
    );
  const everywhere = (type: string) => [type, type, type];
  const all = (type: string) =>
    Object.fromEntries(
      ['deleted', 'hidden', 'blocked', 'left', 'never'].map((what) => [what, everywhere(type)]),
    );
  // A visitor is not blocked.
  const blockedFor = { blocked: ['NotFound', 'NotFound', undefined] };
  expect(await refused()).toEqual({ ...all('NotFound'), ...blockedFor });
  const quoting = await grace.ask('query ($id: ID!) { activity(id: $id) { hasQuote quote { id } } }', {
    id: quote,
  });
  expect(quoting).toEqual({ hasQuote: true, quote: null });

  await advance(61);
  expect(await refused()).toEqual(all('Expired'));
  await runExpiry(test.cloud);
  expect(await refused()).toEqual(all('Expired'));
  const older = await insertCrud(sql, ada, 'With an id that tells nothing');
  await sql('delete from activities where id = cast(:older as uuid)', { older });
  expect(await answersOf(older)).toEqual(everywhere('NotFound'));
  expect(await answersOf('not an id')).toEqual(everywhere('InvalidId'));
});

it('takes a backlog in parts, a crud with thousands of likes too; two runs at once do not meet', async () => {
  await sql(`insert into profiles (id, handle, display_name)
    select gen_random_uuid(), 'liker_' || n, 'Liker' from generate_series(1, 4500) n`);
  await sql(
    `insert into activities (author_id, client_id, message, created_at, expires_at)
     select cast(:ada as uuid), gen_random_uuid(), 'old ' || n, now() - interval '2 days', now() - interval '1 hour' * (n % 40 + 1)
     from generate_series(1, 1500) n`,
    { ada: ada.id },
  );
  await sql(
    `insert into activities (author_id, client_id, message, created_at, expires_at, parent_id, thread_id)
     select cast(:grace as uuid), gen_random_uuid(), 'old reply', created_at + interval '1 second', expires_at, id, id
     from activities where parent_id is null and expires_at <= now()`,
    { grace: grace.id },
  );
  await sql(`insert into likes (activity_id, profile_id)
    select (select id from activities where parent_id is null and expires_at <= now() limit 1), id
    from profiles where handle like 'liker%'`);
  const living = await post(ada, 'Still here', { expiresIn: 'ONE_DAY' });
  await act(grace, 'likeActivity', living);

  await runExpiry(test.cloud, 2);
  expect(await count('activities where expires_at <= now()')).toBe(0);
  expect(await count('likes')).toBe(1);
  expect(await count('activities where parent_id is not null')).toBe(0);
  expect(await wrongCounters()).toBe(0);
  const before = await count('activities');
  await runExpiry(test.cloud);
  expect(await count('activities')).toBe(before);
});

it('lets a sleeping database sleep', async () => {
  const rds = test.cloud.context.service<RdsData>('rds-data');
  const [arn] = rds.clusterArns();
  await sql(
    `insert into activities (author_id, client_id, message, created_at, expires_at)
     values (cast(:ada as uuid), gen_random_uuid(), 'old', now() - interval '2 days', now() - interval '1 day')`,
    { ada: ada.id },
  );
  rds.pause(arn!);
  await runExpiry(test.cloud);
  expect(rds.isPaused(arn!)).toBe(true);
  rds.resume(arn!);
  expect(await count('activities where expires_at <= now()')).toBe(1);
  await runExpiry(test.cloud);
  expect(await count('activities where expires_at <= now()')).toBe(0);
});
