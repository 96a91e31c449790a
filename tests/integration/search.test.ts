import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { insertCrud, post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

const CRUDS = `query ($query: String!, $limit: Int, $cursor: String) {
  searchActivities(query: $query, limit: $limit, cursor: $cursor) { items { id message } cursor } }`;
const PEOPLE = `query ($query: String!, $limit: Int, $cursor: String) {
  searchPeople(query: $query, limit: $limit, cursor: $cursor) { items { id handle } cursor } }`;

describe('search', () => {
  let test: TestCloud;
  let people: People;
  let sql: RunSql;
  let ada: Person;
  let wilhelmina: Person;

  beforeAll(async () => {
    test = await startTestCloud(inject('sandboxAssembly'));
    people = await createPeople(test.cloud);
    sql = await createSql(test.cloud);
    [ada, wilhelmina] = await people.persons('ada', 'wilhelmina');
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const found = async (query: string): Promise<string[]> =>
    (await ada.ask(CRUDS, { query, limit: 50 })).items.map(({ id }: { id: string }) => id);
  const foundPeople = async (query: string): Promise<string[]> =>
    (await ada.ask(PEOPLE, { query, limit: 50 })).items.map(({ id }: { id: string }) => id);

  it('finds words by their beginning, whatever capitals and accents, replies too', async () => {
    const moth = await post(ada, 'Mothballs in the Relay');
    const reply = await post(ada, 'a mothlike answer', { parentId: moth });
    expect(await found('MOTH')).toEqual([reply, moth]);
    expect(await found('mothb')).toEqual([moth]);
    expect(await found('balls'), 'the middle of a word').toEqual([]);
    const eclair = await post(ada, 'Éclair au café');
    for (const query of ['eclair', 'ÉCLAIR', 'e\u0301clair', 'cafe', 'cafe\u0301']) {
      expect(await found(query), query).toEqual([eclair]);
    }
  });

  it('wants all of several words, in any order', async () => {
    const both = await post(ada, 'velvet umbrella');
    await post(ada, 'velvet alone');
    await post(ada, 'umbrella alone');
    expect(await found('umbr velv')).toEqual([both]);
    expect(await found('velvet umbrella zeppelin')).toEqual([]);
  });

  it('comes by pages without gaps or doubles while cruds arrive', async () => {
    const written: string[] = [];
    for (let number = 0; number < 5; number += 1)
      written.push(await insertCrud(sql, ada, `pelican ${number}`));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: any = await ada.ask(CRUDS, { query: 'pelican', limit: 2, cursor });
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.cursor;
      await insertCrud(sql, ada, 'pelican arrives');
    } while (cursor);
    expect(seen).toEqual(written.reverse());
  });

  it('finds what is as old as a crud can be, by more words than the index is asked for', async () => {
    const old = await insertCrud(sql, ada, 'One ox, three four five sextants');
    await sql(
      `update activities set created_at = now() - interval '29 days 23 hours', expires_at = now() + interval '1 hour'
      where id = cast(:old as uuid)`,
      { old },
    );
    expect(await found('sextant three four five ox one')).toEqual([old]);
    expect(await found('sextant three four five ax')).toEqual([]);
  });

  it('finds nothing hidden or expired', async () => {
    const [older, kept, hidden, expired] = [
      await insertCrud(sql, wilhelmina, 'narwhal older'),
      await insertCrud(sql, wilhelmina, 'narwhal kept'),
      await insertCrud(sql, wilhelmina, 'narwhal hidden'),
      await insertCrud(sql, wilhelmina, 'narwhal expired'),
    ];
    expect(await found('narwhal')).toEqual([expired, hidden, kept, older]);
    await sql('update activities set hidden_at = now() where id = cast(:hidden as uuid)', { hidden });
    await sql(
      `update activities set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second'
      where id = cast(:expired as uuid)`,
      { expired },
    );
    expect(await found('narwhal')).toEqual([kept, older]);
    // A page that the newest cruds fill is read in another way than one that they do not.
    expect((await ada.ask(CRUDS, { query: 'narwhal', limit: 1 })).items[0].id).toBe(kept);
    const visitor = await people.guest();
    expect((await visitor.ask(CRUDS, { query: 'narwhal kept' })).items).toEqual([
      { id: kept, message: 'narwhal kept' },
    ]);
  });

  it('finds people by the beginning of a handle, and in spite of a typing error', async () => {
    for (const query of [wilhelmina.handle, `@${wilhelmina.handle}`, 'WILHEL', 'wilhelmna', 'wihlelmina']) {
      expect((await foundPeople(query))[0], query).toBe(wilhelmina.id);
    }
    expect(await foundPeople('wilhelmina')).not.toContain(ada.id);
    expect(await foundPeople('zzyzx')).toEqual([]);
  });

  it.each([
    ['cruds', CRUDS],
    ['people', PEOPLE],
  ])('of %s refuses what is too long and cursors of others, by type', async (_, field) => {
    expect(await ada.refusal(field, { query: 'x'.repeat(10_000) })).toBe('QueryTooLong');
    expect(await ada.refusal(field, { query: 'x'.repeat(201) })).toBe('QueryTooLong');
    expect(await ada.refusal(field, { query: 'x'.repeat(200) })).toBeUndefined();
    expect(await ada.refusal(field, { query: 'x', cursor: 'nonsense' })).toBe('InvalidCursor');
    const other = field === CRUDS ? '1.5' : '2026-01-01T00:00:00.000000Z';
    const cursor = Buffer.from(`${other}|${ada.id}`).toString('base64');
    expect(await ada.refusal(field, { query: 'x', cursor })).toBe('InvalidCursor');
  });

  it.each([
    ['emoji', '🌸🌸🌸👩‍👩‍👧‍👦'],
    ['a percent sign', '%'],
    ['quotes', `'"\u0060''`],
    ['a backslash', '\\'],
    ['zero-width characters', '\u200B\u200D\uFEFF'],
    ['marks that write from right to left', '\u202E\u200F'],
    ['operators of text search', `& | ! <-> :* ( )`],
    ['spaces', '   \t\n'],
    ['nothing', ''],
  ])('for nothing but %s finds nothing and does not fail', async (_, query) => {
    await insertCrud(sql, ada, `anything ${query || 'at all'}`);
    expect(await found(query)).toEqual([]);
    expect(await foundPeople(query)).toEqual([]);
  });

  it.each([
    ['right to left', 'مرحبا بالعالم', 'مرحبا'],
    ['Hebrew', 'שלום עולם', 'עולם'],
    ['Japanese, without spaces', '吾輩は猫である', '猫'],
    ['a zero-width character inside', 'zero\u200Bwidthword', 'zero\u200Bwidthword'],
    ['markup', '<script>alert("xylophone")</script>', '<script>alert("xylophone")</script>'],
    ['SQL', `Robert'); drop table activities; --`, `robert'); drop table activities; --`],
    ['wildcards beside words', 'fifty% of_wildebeest\\s', 'fifty% of_wilde'],
    ['emoji beside words', 'magnolia 🌸', '🌸 magnol'],
  ])('finds %s as it was written', async (_, message, query) => {
    const id = await insertCrud(sql, ada, message);
    expect((await ada.ask(CRUDS, { query })).items).toEqual([{ id, message }]);
  });

  it('takes wildcards and operators for signs, never for more than the words beside them', async () => {
    const id = await insertCrud(sql, ada, 'quetzal');
    for (const query of [
      'quetzal%',
      `quetzal'`,
      'quetzal\\',
      'quetzal:*',
      '!quetzal',
      '"quetzal"',
      '(quetzal',
    ]) {
      expect(await found(query), query).toEqual([id]);
    }
    // An underscore is a letter as others are.
    expect(await found('quetza_')).toEqual([]);
    const underscore = await insertCrud(sql, ada, 'only _ itself');
    expect(await found('_')).toEqual([underscore]);
    expect(await foundPeople('_')).toEqual([]);
    expect(await found('q%l')).toEqual([]);
    expect(await found('quetzal | pelican'), 'no or').toEqual([]);
    expect(await foundPeople('w%a')).toEqual([]);
    expect(await foundPeople('wilhel%')).toEqual([wilhelmina.id]);
  });
});
