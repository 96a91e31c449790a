import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

const PEOPLE = 200;
const CHANGE = (field: string): string => `mutation ($id: ID!) { ${field}(id: $id) { likeCount likedByMe } }`;

describe('likes', () => {
  let test: TestCloud;
  let people: People;
  let sql: RunSql;
  let author: Person;
  let crowd: Person[];

  beforeAll(async () => {
    test = await startTestCloud(inject('sandboxAssembly'));
    people = await createPeople(test.cloud);
    sql = await createSql(test.cloud);
    author = await people.person('author');
    crowd = await people.crowd(PEOPLE);
  }, 300_000);
  afterAll(() => test[Symbol.asyncDispose]());

  /** What is counted, and what is there. */
  async function truth(id: string): Promise<{ counted: number; rows: number; shown: number }> {
    const [found] = await sql<{ counted: number; rows: number }>(
      `select (select likes from activity_counts where activity_id = cast(:id as uuid)) as counted,
        cast((select count(*) from likes where activity_id = cast(:id as uuid)) as integer) as rows`,
      { id },
    );
    const { likeCount } = await author.ask('query ($id: ID!) { activity(id: $id) { likeCount } }', { id });
    return { ...found!, shown: likeCount };
  }

  it(`of ${PEOPLE} people at once are counted, every one`, async () => {
    const id = await post(author, 'liked by all');
    await Promise.all(crowd.map((one) => one.ask(CHANGE('likeActivity'), { id })));
    expect(await truth(id)).toEqual({ counted: PEOPLE, rows: PEOPLE, shown: PEOPLE });
  });

  it('and taken back at once, some twice, leave the count equal to the rows', async () => {
    const id = await post(author, 'liked by some');
    const acts = crowd.flatMap((one, index) => [
      one.ask(CHANGE('likeActivity'), { id }),
      ...(index % 2 === 0 ? [one.ask(CHANGE('unlikeActivity'), { id })] : []),
      ...(index % 5 === 0 ? [one.ask(CHANGE('likeActivity'), { id })] : []),
    ]);
    await Promise.all(acts);
    const { counted, rows, shown } = await truth(id);
    expect(counted).toBe(rows);
    expect(shown).toBe(rows);
    expect(rows).toBeGreaterThanOrEqual(PEOPLE / 2);
    await Promise.all(crowd.map((one) => one.ask(CHANGE('unlikeActivity'), { id })));
    expect(await truth(id)).toEqual({ counted: 0, rows: 0, shown: 0 });
  });

  it('count once for one person, however often', async () => {
    const id = await post(author, 'liked a lot by one');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => crowd[0]!.ask(CHANGE('likeActivity'), { id })),
    );
    expect(answers.every(({ likeCount, likedByMe }) => likeCount === 1 && likedByMe)).toBe(true);
  });

  it('tell those who look at it of a number that was true', async () => {
    const id = await post(author, 'watched');
    using changes = await author.subscribe(
      'subscription ($ids: [ID!]!) { onActivityChanged(ids: $ids) { id likeCount changed } }',
      { ids: [id] },
    );
    await crowd[0]!.ask(
      'mutation ($id: ID!) { likeActivity(id: $id) { id likeCount changed parentId parentChanged } }',
      {
        id,
      },
    );
    expect(await changes.next()).toMatchObject({ id, likeCount: 1, changed: true });
  });
});
