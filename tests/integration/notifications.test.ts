import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

let test: TestCloud;
let people: People;
let sql: RunSql;
/** The one who is told; new in each test. */
let ada: Person;
let grace: Person;
let alan: Person;

const LIST = `query ($limit: Int, $cursor: String) { notifications(limit: $limit, cursor: $cursor) {
  items { id kind total unread actors { id } activity { id message } } cursor } }`;
const LIKE = 'mutation ($id: ID!) { likeActivity(id: $id) { id notifies } }';
const UNLIKE = 'mutation ($id: ID!) { unlikeActivity(id: $id) { id } }';
const REPOST = 'mutation ($id: ID!) { repostActivity(id: $id) { id notifies } }';
const FOLLOW = 'mutation ($id: ID!) { followProfile(id: $id) { id notifies } }';
const MUTED =
  'mutation ($kinds: [NotificationKind!]!) { updateNotificationSettings(mutedKinds: $kinds) { mutedKinds } }';

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  sql = await createSql(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(async () => {
  [ada, grace, alan] = await people.persons('ada', 'grace', 'alan');
});

interface Item {
  id: string;
  kind: string;
  total: number;
  unread: boolean;
  actors: { id: string }[];
  activity: { id: string; message: string } | null;
}
const list = async (person: Person): Promise<Item[]> => (await person.ask(LIST)).items;
const kinds = async (person: Person): Promise<string[]> => (await list(person)).map((one) => one.kind);
const unread = (person: Person): Promise<number> => person.ask('{ unreadNotificationCount }');
const like = (person: Person, id: string) => person.ask(LIKE, { id });

describe('what happens to somebody', () => {
  it('is told in groups, the newest first, with the newest actors first', async () => {
    const first = await post(ada, 'first');
    const second = await post(ada, 'second');
    const crowd = await people.persons('a', 'b');
    for (const one of [grace, alan, ...crowd]) await like(one, first);
    await like(grace, second);
    await grace.ask(REPOST, { id: first });
    await grace.ask(FOLLOW, { id: ada.id });
    const items = await list(ada);
    expect(items.map(({ kind, total, activity }) => [kind, total, activity?.message])).toEqual([
      ['FOLLOW', 1, undefined],
      ['REPOST', 1, 'first'],
      ['LIKE', 1, 'second'],
      ['LIKE', 4, 'first'],
    ]);
    expect(items[3]!.actors.map((one) => one.id)).toEqual([crowd[1].id, crowd[0].id, alan.id]);
    expect(await unread(ada)).toBe(4);
    expect(await list(grace)).toEqual([]);
    // Something new lifts the group to the top.
    await like(alan, second);
    expect((await list(ada))[0]).toMatchObject({ kind: 'LIKE', total: 2, activity: { id: second } });
  });

  it('comes in pages', async () => {
    const ids = [];
    for (let number = 0; number < 5; number += 1) ids.push(await post(ada, `crud ${number}`));
    for (const id of ids) await like(grace, id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: any = await ada.ask(LIST, { limit: 2, cursor });
      seen.push(...page.items.map((one: Item) => one.activity!.id));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(ids.toReversed());
    expect(await ada.refusal(LIST, { cursor: 'bm9uc2Vuc2U=' })).toBe('InvalidCursor');
  });

  it('goes when it is undone, and doing it again tells once', async () => {
    const id = await post(ada, 'hello');
    await like(grace, id);
    await like(grace, id);
    await like(alan, id);
    expect(await list(ada)).toMatchObject([{ kind: 'LIKE', total: 2 }]);
    await alan.ask(UNLIKE, { id });
    expect(await list(ada)).toMatchObject([{ kind: 'LIKE', total: 1, actors: [{ id: grace.id }] }]);
    await grace.ask(UNLIKE, { id });
    expect(await list(ada)).toEqual([]);
    await grace.ask(FOLLOW, { id: ada.id });
    await grace.ask('mutation ($id: ID!) { unfollowProfile(id: $id) { id } }', { id: ada.id });
    expect(await unread(ada)).toBe(0);
  });

  it('is told once of a reply that mentions, and of a quote; never of oneself', async () => {
    const id = await post(ada, 'question?');
    await post(grace, `@${ada.handle} @${alan.handle} answer`, { parentId: id });
    await post(grace, `look @${ada.handle}`, { quoteId: id });
    await post(grace, `hey @${ada.handle}`);
    await post(ada, `@${ada.handle} talking to myself`, { parentId: id });
    await like(ada, id);
    expect(await kinds(ada)).toEqual(['MENTION', 'QUOTE', 'REPLY']);
    expect(await kinds(alan)).toEqual(['MENTION']);
    expect(await list(grace)).toEqual([]);
  });

  it('is gone with the crud: when it expires, when it is hidden, when it is deleted', async () => {
    const short = await post(ada, 'short', { expiresIn: 'ONE_HOUR' });
    const hidden = await post(ada, 'hidden');
    const gone = await post(ada, 'gone');
    for (const id of [short, hidden, gone]) await like(grace, id);
    await post(grace, 'reply', { parentId: gone });
    expect(await unread(ada)).toBe(4);
    await sql('delete from activities where id = cast(:id as uuid)', { id: gone });
    expect(await kinds(ada)).toEqual(['LIKE', 'LIKE']);
    await sql('update activities set expires_at = now() where id = cast(:id as uuid)', { id: short });
    expect((await list(ada)).map((one) => one.activity!.message)).toEqual(['hidden']);
    // Its author still sees what a moderator hid; whom the crud mentioned does not.
    const mention = await post(grace, `hello @${alan.handle}`);
    expect(await unread(alan)).toBe(1);
    await sql('update activities set hidden_at = now() where id = cast(:id as uuid)', { id: mention });
    expect(await unread(alan)).toBe(0);
    expect(await list(alan)).toEqual([]);
  });

  it('leaves out whom the reader muted, and who is suspended', async () => {
    const id = await post(ada, 'hello');
    await like(grace, id);
    await like(alan, id);
    await ada.ask('mutation ($id: ID!) { muteProfile(id: $id) { id } }', { id: grace.id });
    expect((await list(ada))[0]!.actors).toEqual([{ id: alan.id }]);
    await grace.ask(FOLLOW, { id: ada.id });
    expect(await kinds(ada)).toEqual(['LIKE']);
    await sql('update profiles set suspended_at = now() where id = cast(:id as uuid)', { id: alan.id });
    expect(await list(ada)).toEqual([]);
    expect(await unread(ada)).toBe(0);
  });

  it('is not noted of kinds that were switched off', async () => {
    expect(await ada.ask('{ notificationSettings { mutedKinds } }')).toEqual({ mutedKinds: [] });
    expect(await ada.ask(MUTED, { kinds: ['LIKE', 'FOLLOW', 'LIKE'] })).toEqual({
      mutedKinds: ['FOLLOW', 'LIKE'],
    });
    const id = await post(ada, 'hello');
    await like(grace, id);
    await grace.ask(FOLLOW, { id: ada.id });
    await grace.ask(REPOST, { id });
    expect(await kinds(ada)).toEqual(['REPOST']);
    expect(await ada.ask(MUTED, { kinds: [] })).toEqual({ mutedKinds: [] });
    expect((await ada.graphql(MUTED, { kinds: ['NOISE'] })).errors).toBeDefined();
  });

  it('keeps its groups right when many like and take it back at once', async () => {
    const id = await post(ada, 'hello');
    const crowd = await people.persons('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    await Promise.all(crowd.map((one) => like(one, id)));
    await Promise.all([
      ...crowd.slice(0, 4).map((one) => one.ask(UNLIKE, { id })),
      like(grace, id),
      like(alan, id),
    ]);
    expect(await list(ada)).toMatchObject([{ kind: 'LIKE', total: 6 }]);
    const newest = await sql(
      `select told.newest_id = (select max(id) from notifications where recipient_id = told.recipient_id) as right
       from notification_groups told where told.recipient_id = cast(:id as uuid)`,
      { id: ada.id },
    );
    expect(newest).toEqual([{ right: true }]);
  });
});

describe('reading', () => {
  const READ = 'mutation ($upTo: ID!) { markNotificationsRead(upTo: $upTo) }';

  it('goes up to what was seen, never back, never beyond what there is', async () => {
    const [first, second] = [await post(ada, 'first'), await post(ada, 'second')];
    await like(grace, first);
    const seen = (await list(ada))[0]!;
    await like(grace, second);
    expect(await ada.ask(READ, { upTo: seen.id })).toBe(true);
    expect((await list(ada)).map((one) => one.unread)).toEqual([true, false]);
    expect(await unread(ada)).toBe(1);
    await ada.ask(READ, { upTo: '999999999999999999' });
    expect(await unread(ada)).toBe(0);
    await ada.ask(READ, { upTo: seen.id });
    expect(await unread(ada)).toBe(0);
    await like(alan, second);
    expect(await unread(ada)).toBe(1);
    expect(await ada.refusal(READ, { upTo: 'x' })).toBe('InvalidId');
  });

  it('counts to 99', async () => {
    await sql(
      `with posted as (
         insert into activities (author_id, client_id, message, expires_at)
         select cast(:ada as uuid), gen_random_uuid(), 'crud', now() + interval '1 day' from generate_series(1, 120)
         returning id
       )
       insert into likes (activity_id, profile_id) select id, cast(:grace as uuid) from posted`,
      { ada: ada.id, grace: grace.id },
    );
    expect(await unread(ada)).toBe(99);
  });
});

describe('the live signal', () => {
  const LISTEN = 'subscription { onNotification { notifies } }';
  const LISTEN_FOLLOWS = 'subscription { onNewFollower { notifies } }';

  it('reaches the one it is for, in every tab, and nobody else', async () => {
    const id = await post(ada, 'hello');
    using tab = await ada.subscribe(LISTEN);
    using otherTab = await ada.subscribe(LISTEN);
    using bystander = await alan.subscribe(LISTEN);
    await like(grace, id);
    expect(await tab.next()).toEqual({ notifies: [ada.id] });
    expect(await otherTab.next()).toEqual({ notifies: [ada.id] });
    test.cloud.clock.advance(2_000);
    await grace.ask(REPOST, { id });
    expect(await tab.next()).toEqual({ notifies: [ada.id] });
    test.cloud.clock.advance(2_000);
    await post(grace, `hi @${alan.handle}`, { parentId: id });
    const { notifies } = await tab.next();
    expect(new Set(notifies)).toEqual(new Set([ada.id, alan.id]));
    await bystander.next();
    await test.cloud.settle();
    expect(bystander.waiting).toBe(0);
  });

  it('comes at most once in two seconds', async () => {
    const id = await post(ada, 'hello');
    const crowd = await people.persons('a', 'b', 'c');
    using tab = await ada.subscribe(LISTEN);
    // From the beginning of a span, so that a slow machine stays within it.
    test.cloud.clock.advance(2_000 - (test.cloud.clock.now() % 2_000));
    const answers = [];
    for (const one of crowd) answers.push((await like(one, id)).notifies);
    expect(answers[0]).toEqual([ada.id]);
    test.cloud.clock.advance(2_000);
    await like(grace, id);
    await test.cloud.settle();
    expect(tab.waiting).toBeLessThanOrEqual(3);
    expect(await unread(ada)).toBe(1);
  });

  it('tells of followers, and not of what changed nothing', async () => {
    using tab = await ada.subscribe(LISTEN_FOLLOWS);
    await grace.ask(FOLLOW, { id: ada.id });
    expect(await tab.next()).toEqual({ notifies: [ada.id] });
    test.cloud.clock.advance(2_000);
    expect(await grace.ask(FOLLOW, { id: ada.id })).toEqual({ id: ada.id, notifies: null });
    await ada.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: alan.id });
    expect(await alan.refusal(FOLLOW, { id: ada.id })).toBe('NotFound');
    await test.cloud.settle();
    expect(tab.waiting).toBe(0);
  });
});
