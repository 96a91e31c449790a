import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { insertCrud } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

let test: TestCloud;
let people: People;
let sql: RunSql;

const FOLLOW = 'mutation ($id: ID!) { followProfile(id: $id) { followedByMe } }';
const POST = 'mutation ($id: ID!) { createActivity(clientId: $id, message: "hello") { id notifies } }';

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  sql = await createSql(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

describe('a handle', () => {
  const CHANGE = 'mutation ($handle: String!) { changeHandle(handle: $handle) { handle } }';
  let ada: Person;
  beforeAll(async () => {
    ada = await people.person('ada');
  });

  it.each([
    ['Cyrillic letters in a Latin word', 'gr\u0430ce_hopper'],
    ['a whole word in another script', 'ада_лавлейс'],
    ['Greek omicron', 'tim_c\u03bf\u03bfk'],
    ['full width', '\uff41\uff44\uff41'],
    ['mathematical letters', '\u{1d41a}\u{1d41d}\u{1d41a}'],
    ['an accent', 'zo\u00eb_lovelace'],
    ['a combining accent', 'zoe\u0308_love'],
    ['a zero-width joiner', 'ada\u200dlovelace'],
    ['a right-to-left override', 'ada\u202elovelace'],
    ['the Kelvin sign, which is «k» in lower case', 'tim_coo\u212a'],
    ['the long s', 'ho\u017fpital'],
    ['a dotted capital I', 'ADM\u0130N'],
    ['digits of another script', 'ada\u0661\u0662'],
    ['an emoji', 'ada\u{1f338}'],
    ['a null', 'ada\u0000'],
    ['a reserved name', 'Moderator'],
    ['a reserved name with @', '@support'],
  ])('with %s is refused or becomes a plain one', async (_what, handle) => {
    const { data, errors } = await ada.graphql(CHANGE, { handle });
    if (errors) expect(errors[0]!.errorType).toMatch(/^(HandleInvalid|InvalidText)$/);
    else expect(data.changeHandle.handle).toMatch(/^[a-z][a-z0-9_]{2,19}$/);
    const { handle: kept } = await ada.ask('{ me { handle } }');
    expect(kept).toMatch(/^[a-z][a-z0-9_]{2,19}$/);
    expect(await ada.ask('query ($handle: String!) { handleAvailable(handle: $handle) }', { handle })).toBe(
      errors ? false : true,
    );
  });

  it('that looks like nothing that exists leads nowhere', async () => {
    const guest = await people.guest();
    const profile = 'query ($handle: String!) { profile(handle: $handle) { id } }';
    for (const handle of [
      '',
      '@',
      '@@ada',
      'nobody_at_all',
      'x'.repeat(5000),
      "' or 1=1 --",
      '\u202e',
      '🌸',
    ]) {
      expect(await guest.ask(profile, { handle }), handle).toBeNull();
    }
  });
});

describe('limits', () => {
  const POSTS = 30;
  const nearlyUsedUp = (id: string, kind: string, span: string) =>
    sql('insert into rate_limits values (cast(:id as uuid), :kind, now() + cast(:span as interval))', {
      id,
      kind,
      span,
    });

  it('hold for posting: thirty at once, then as they refill', async () => {
    const ada = await people.person('ada');
    const refusals = await Promise.all(
      Array.from({ length: POSTS + 3 }, () => ada.refusal(POST, { id: crypto.randomUUID() })),
    );
    expect(refusals.filter((refusal) => refusal === 'RateLimited')).toHaveLength(3);
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(POSTS);
    // 20 s are one token of thirty in ten minutes.
    await sql(
      "update rate_limits set due_at = due_at - interval '21 seconds' where profile_id = cast(:id as uuid)",
      {
        id: ada.id,
      },
    );
    expect(await ada.refusal(POST, { id: crypto.randomUUID() })).toBeUndefined();
    expect(await ada.refusal(POST, { id: crypto.randomUUID() })).toBe('RateLimited');
  });

  it('hold for a day of posting, for following and for reporting, and are one person’s own', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    const id = await insertCrud(sql, grace, 'hello');
    await nearlyUsedUp(ada.id, 'POST_OF_DAY', '23 hours 59 minutes');
    await nearlyUsedUp(ada.id, 'FOLLOW', '59 minutes 50 seconds');
    await nearlyUsedUp(ada.id, 'REPORT', '59 minutes 50 seconds');
    const report = 'mutation ($id: ID!) { reportActivity(id: $id, reason: SPAM) }';
    expect(await ada.refusal(POST, { id: crypto.randomUUID() })).toBe('RateLimited');
    expect(await ada.refusal(FOLLOW, { id: grace.id })).toBe('RateLimited');
    expect(await ada.refusal(report, { id })).toBe('RateLimited');
    expect(await grace.refusal(POST, { id: crypto.randomUUID() })).toBeUndefined();
    expect(await grace.refusal(FOLLOW, { id: ada.id })).toBeUndefined();
  });

  it('take nothing for what changes nothing', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    await ada.ask(FOLLOW, { id: grace.id });
    await nearlyUsedUp(ada.id, 'REPORT', '59 minutes 50 seconds');
    await sql(
      "update rate_limits set due_at = now() + interval '59 minutes 50 seconds' where profile_id = cast(:id as uuid) and kind = 'FOLLOW'",
      { id: ada.id },
    );
    expect(await ada.ask(FOLLOW, { id: grace.id })).toEqual({ followedByMe: true });
    expect(
      await ada.refusal('mutation ($id: ID!) { reportProfile(id: $id, reason: SPAM) }', { id: ada.id }),
    ).toBe('NotAllowed');
  });
});
