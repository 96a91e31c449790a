import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { insertCrud } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

let test: TestCloud;
let people: People;
let sql: RunSql;
let moderator: Person;
let ada: Person;
let grace: Person;

const REPORT = 'mutation ($id: ID!, $note: String) { reportActivity(id: $id, reason: SPAM, note: $note) }';
const REPORT_PROFILE = 'mutation ($id: ID!) { reportProfile(id: $id, reason: IMPERSONATION) }';
const REPORTS = `query ($limit: Int, $cursor: String) { openReports(limit: $limit, cursor: $cursor) { items {
  id reason note messageCopy activityId activityHidden profile { id } reporter { id } } cursor } }`;
const LOG =
  '{ moderationLog(limit: 50) { items { act reason activityId profile { id } moderator { id } } cursor } }';
const ACTIVITY = 'query ($id: ID!) { activity(id: $id) { id } }';
const PROFILE = 'query ($handle: String!) { profile(handle: $handle) { id } }';
const act = (field: string): string =>
  `mutation ($id: ID!, $reason: String!) { ${field}(id: $id, reason: $reason) }`;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  sql = await createSql(test.cloud);
  moderator = await people.moderator();
});
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(async () => {
  [ada, grace] = await people.persons('ada', 'grace');
});

const reportsAbout = async (person: Person): Promise<any[]> =>
  (await moderator.ask(REPORTS, { limit: 50 })).items.filter((one: any) => one.profile.id === person.id);
const logOf = async (person: Person): Promise<any[]> =>
  (await moderator.ask(LOG)).items.filter((one: any) => one.profile?.id === person.id);

describe('a report', () => {
  it('reaches moderators once, with the text as it was, and outlives the crud', async () => {
    const id = await insertCrud(sql, ada, 'buy my watches');
    expect(await grace.ask(REPORT, { id, note: 'again and again' })).toBe(true);
    expect(await grace.ask(REPORT, { id })).toBe(true);
    expect(await reportsAbout(ada)).toMatchObject([
      {
        reason: 'SPAM',
        note: 'again and again',
        messageCopy: 'buy my watches',
        activityId: id,
        activityHidden: false,
        reporter: { id: grace.id },
      },
    ]);
    await sql('delete from activities where id = cast(:id as uuid)', { id });
    expect(await reportsAbout(ada)).toMatchObject([{ messageCopy: 'buy my watches', activityId: null }]);
  });

  it('may be about a person, not about oneself, nor about what one cannot see', async () => {
    expect(await grace.ask(REPORT_PROFILE, { id: ada.id })).toBe(true);
    expect(await reportsAbout(ada)).toMatchObject([{ reason: 'IMPERSONATION', messageCopy: null }]);
    expect(await ada.refusal(REPORT_PROFILE, { id: ada.id })).toBe('NotAllowed');
    const id = await insertCrud(sql, ada, 'mine');
    expect(await ada.refusal(REPORT, { id })).toBe('NotAllowed');
    await ada.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: grace.id });
    expect(await grace.refusal(REPORT, { id })).toBe('NotFound');
    expect(await grace.refusal(REPORT_PROFILE, { id: ada.id })).toBe('NotFound');
    expect(await ada.refusal(REPORT, { id: crypto.randomUUID() })).toBe('NotFound');
    const other = await insertCrud(sql, moderator, 'other');
    expect(await grace.refusal(REPORT, { id: other, note: 'x'.repeat(1001) })).toBe('NoteTooLong');
  });

  it('is limited', async () => {
    await sql(
      "insert into rate_limits values (cast(:id as uuid), 'REPORT', now() + interval '59 minutes 50 seconds')",
      { id: grace.id },
    );
    expect(await grace.refusal(REPORT_PROFILE, { id: ada.id })).toBe('RateLimited');
    expect(await reportsAbout(ada)).toEqual([]);
  });

  it('is listed in pages, oldest first', async () => {
    const targets = await people.persons('x', 'y', 'z');
    for (const target of targets) await grace.ask(REPORT_PROFILE, { id: target.id });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: any = await moderator.ask(REPORTS, { limit: 2, cursor });
      seen.push(...page.items.map((one: any) => one.profile.id));
      cursor = page.cursor;
    } while (cursor);
    expect(seen.slice(-3)).toEqual(targets.map((one) => one.id));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('a moderator', () => {
  it('hides a crud with a reason and shows it again; reports of it are dealt with', async () => {
    const id = await insertCrud(sql, ada, 'awful');
    await grace.ask(REPORT, { id });
    expect(await moderator.refusal(act('hideActivity'), { id, reason: ' \u200b ' })).toBe('ReasonMissing');
    expect(await moderator.ask(act('hideActivity'), { id, reason: 'spam' })).toBe(true);
    expect(await moderator.ask(act('hideActivity'), { id, reason: 'twice' })).toBe(true);
    expect(await grace.refusal(ACTIVITY, { id })).toBe('NotFound');
    expect(await reportsAbout(ada)).toEqual([]);
    await moderator.ask(act('unhideActivity'), { id, reason: 'harmless after all' });
    expect(await grace.ask(ACTIVITY, { id })).toEqual({ id });
    expect(await logOf(ada)).toMatchObject([
      { act: 'UNHIDE', reason: 'harmless after all', activityId: id, moderator: { id: moderator.id } },
      { act: 'HIDE', reason: 'spam', activityId: id, moderator: { id: moderator.id } },
    ]);
    expect(await moderator.refusal(act('hideActivity'), { id: crypto.randomUUID(), reason: 'x' })).toBe(
      'NotFound',
    );
  });

  it('suspends a person, who can read and not write, and lets them back', async () => {
    const id = await insertCrud(sql, ada, 'hello');
    await grace.ask(REPORT, { id });
    await grace.ask(REPORT_PROFILE, { id: ada.id });
    await moderator.ask(act('suspendProfile'), { id: ada.id, reason: 'spam' });
    expect(await reportsAbout(ada)).toEqual([]);
    expect(await grace.ask(PROFILE, { handle: ada.handle })).toBeNull();
    expect(await grace.refusal(ACTIVITY, { id })).toBe('NotFound');
    expect(await ada.ask('{ me { suspended suspendedReason } }')).toEqual({
      suspended: true,
      suspendedReason: 'spam',
    });
    expect(await ada.ask('{ homeFeed { cursor } }')).toBeDefined();
    const follow = 'mutation ($id: ID!) { followProfile(id: $id) { id } }';
    expect(await ada.refusal(follow, { id: grace.id })).toBe('Suspended');
    const create = 'mutation ($id: ID!) { createActivity(clientId: $id, message: "no") { id } }';
    expect(await ada.refusal(create, { id: crypto.randomUUID() })).toBe('Suspended');
    await moderator.ask(act('unsuspendProfile'), { id: ada.id, reason: 'appeal' });
    expect(await grace.ask(PROFILE, { handle: ada.handle })).toEqual({ id: ada.id });
    await ada.ask(follow, { id: grace.id });
    expect((await logOf(ada)).map((one) => one.act)).toEqual(['UNSUSPEND', 'SUSPEND']);
    expect(await moderator.refusal(act('suspendProfile'), { id: moderator.id, reason: 'x' })).toBe(
      'NotAllowed',
    );
  });

  it('dismisses a report', async () => {
    await grace.ask(REPORT_PROFILE, { id: ada.id });
    const [report] = await reportsAbout(ada);
    await moderator.ask(act('dismissReport'), { id: report.id, reason: 'nothing wrong' });
    expect(await reportsAbout(ada)).toEqual([]);
    expect(await logOf(ada)).toMatchObject([{ act: 'DISMISS', reason: 'nothing wrong' }]);
    expect(await moderator.refusal(act('dismissReport'), { id: crypto.randomUUID(), reason: 'x' })).toBe(
      'NotFound',
    );
  });

  it('is one only by the group in their token', async () => {
    const id = await insertCrud(sql, ada, 'hello');
    expect(await grace.refusal(act('hideActivity'), { id, reason: 'x' })).toBe('Unauthorized');
    expect(await grace.refusal(REPORTS)).toBe('Unauthorized');
    expect(await grace.refusal(LOG)).toBe('Unauthorized');
    expect(await ada.ask(ACTIVITY, { id })).toEqual({ id });
  });
});
