import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

let test: TestCloud;
let people: People;
let sql: RunSql;
/** She blocks him. */
let ada: Person;
let mallory: Person;

const BLOCK =
  'mutation ($id: ID!) { blockProfile(id: $id) { followedByMe followsMe mutedByMe blockedByMe } }';
const UNBLOCK = 'mutation ($id: ID!) { unblockProfile(id: $id) { blockedByMe } }';
const FOLLOW = 'mutation ($id: ID!) { followProfile(id: $id) { followedByMe } }';
const PROFILE =
  'query ($handle: String!) { profile(handle: $handle) { id followerCount blockedByMe followsMe } }';
const NOBODY = crypto.randomUUID();

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  sql = await createSql(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(async () => {
  [ada, mallory] = await people.persons('ada', 'mallory');
});

const block = () => ada.ask(BLOCK, { id: mallory.id });
const kinds = async (person: Person): Promise<string[]> =>
  (await person.ask('{ notifications { items { kind } } }')).items.map((one: { kind: string }) => one.kind);

describe('a block', () => {
  it('ends what was between the two: follows both ways, and what they were told of each other', async () => {
    await ada.ask(FOLLOW, { id: mallory.id });
    await mallory.ask(FOLLOW, { id: ada.id });
    expect([await kinds(ada), await kinds(mallory)]).toEqual([['FOLLOW'], ['FOLLOW']]);
    const state = { followedByMe: false, followsMe: false, mutedByMe: false, blockedByMe: true };
    expect(await block()).toEqual(state);
    expect(await block()).toEqual(state);
    expect([await kinds(ada), await kinds(mallory)]).toEqual([[], []]);
    const guest = await people.guest();
    for (const person of [ada, mallory]) {
      expect(await guest.ask(PROFILE, { handle: person.handle })).toMatchObject({ followerCount: 0 });
    }
  });

  it('hides the blocker from the blocked, who cannot tell it from nobody', async () => {
    await block();
    expect(await mallory.ask(PROFILE, { handle: ada.handle })).toBeNull();
    for (const field of [
      'followProfile',
      'unfollowProfile',
      'blockProfile',
      'unblockProfile',
      'muteProfile',
      'unmuteProfile',
    ]) {
      const mutation = `mutation ($id: ID!) { ${field}(id: $id) { id } }`;
      const answers = [ada.id, NOBODY].map((id) => mallory.graphql(mutation, { id }));
      const [blocked, nobody] = await Promise.all(answers);
      expect(blocked!.errors![0]!.errorType, field).toBe('NotFound');
      expect(blocked, field).toEqual(nobody);
    }
    for (const field of ['followers', 'following']) {
      const list = `query ($id: ID!) { ${field}(id: $id) { items { id } cursor } }`;
      expect(await mallory.graphql(list, { id: ada.id })).toEqual(
        await mallory.graphql(list, { id: NOBODY }),
      );
    }
    const report = 'mutation ($id: ID!) { reportProfile(id: $id, reason: SPAM) }';
    expect(await mallory.graphql(report, { id: ada.id })).toEqual(
      await mallory.graphql(report, { id: NOBODY }),
    );
  });

  it('shows the blocked to the blocker for one thing: to be unblocked', async () => {
    await block();
    expect(await ada.ask(PROFILE, { handle: mallory.handle })).toMatchObject({
      id: mallory.id,
      blockedByMe: true,
    });
    expect(await ada.ask('{ blockedProfiles { items { id blockedByMe } cursor } }')).toEqual({
      items: [{ id: mallory.id, blockedByMe: true }],
      cursor: null,
    });
    expect(await ada.refusal(FOLLOW, { id: mallory.id })).toBe('NotFound');
    expect(await ada.ask(UNBLOCK, { id: mallory.id })).toEqual({ blockedByMe: false });
    expect(await ada.ask(UNBLOCK, { id: mallory.id })).toEqual({ blockedByMe: false });
    expect(await mallory.ask(PROFILE, { handle: ada.handle })).toMatchObject({ followsMe: false });
  });

  it('may be mutual, and each takes back their own', async () => {
    await block();
    // He blocked her too, before she did.
    await sql('insert into blocks (blocker_id, blocked_id) values (cast(:a as uuid), cast(:b as uuid))', {
      a: mallory.id,
      b: ada.id,
    });
    expect(await ada.ask(PROFILE, { handle: mallory.handle })).toBeNull();
    expect(await ada.ask('{ blockedProfiles { items { id } } }')).toEqual({ items: [{ id: mallory.id }] });
    expect(await ada.ask(UNBLOCK, { id: mallory.id })).toEqual({ blockedByMe: false });
    expect(await ada.refusal(UNBLOCK, { id: mallory.id })).toBe('NotFound');
    expect(await ada.ask(PROFILE, { handle: mallory.handle })).toBeNull();
  });

  it('hides cruds, replies and mentions both ways', async () => {
    const [hers, his] = [await post(ada, 'hers'), await post(mallory, 'his')];
    await block();
    const see = 'query ($id: ID!) { activity(id: $id) { id } }';
    expect((await mallory.graphql(see, { id: hers })).data.activity).toBeNull();
    expect(await mallory.graphql(see, { id: hers })).toEqual(await mallory.graphql(see, { id: NOBODY }));
    expect((await ada.graphql(see, { id: his })).data.activity).toBeNull();
    for (const field of ['likeActivity', 'repostActivity', 'bookmarkActivity']) {
      const mutation = `mutation ($id: ID!) { ${field}(id: $id) { id } }`;
      expect(await mallory.refusal(mutation, { id: hers }), field).toBe('NotFound');
      expect(await ada.refusal(mutation, { id: his }), field).toBe('NotFound');
    }
    await expect(post(mallory, 'reply', { parentId: hers })).rejects.toThrow('NotFound');
    await post(mallory, `hello @${ada.handle}`);
    expect(await kinds(ada)).toEqual([]);
    const ids = async (person: Person): Promise<string[]> =>
      (await person.ask('{ homeFeed(limit: 50) { items { id } } }')).items.map(
        (one: { id: string }) => one.id,
      );
    expect(await ids(mallory)).not.toContain(hers);
    expect(await ids(ada)).not.toContain(his);
  });
});
