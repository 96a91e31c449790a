import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import * as dm from '../support/messages.ts';
import { createPeople, type People, type Person } from '../support/people.ts';

// What a block does inside groups (docs/adr/0015); between two people, see messages-privacy.test.ts.
let test: TestCloud;
let people: People;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

const block = (blocker: Person, blocked: Person) =>
  blocker.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: blocked.id });
const unblock = (blocker: Person, blocked: Person) =>
  blocker.ask('mutation ($id: ID!) { unblockProfile(id: $id) { id } }', { id: blocked.id });
const message = (conversationId: string) => ({ conversationId, clientId: randomUUID(), text: 'hi' });

it('keeps either of two from bringing the other into a group', async () => {
  const [blocker, blocked, friend] = await people.persons('blocker', 'blocked', 'friend');
  const [other] = await people.persons('other');
  await block(blocker, blocked);
  const theirs = await dm.start(blocker, [friend, other], 'Of the blocker');
  const his = await dm.start(blocked, [friend, other], 'Of the blocked');
  expect(await blocker.refusal(dm.ADD, { conversationId: theirs, memberIds: [blocked.id] })).toBe(
    'PersonNotFound',
  );
  expect(await blocked.refusal(dm.ADD, { conversationId: his, memberIds: [blocker.id] })).toBe(
    'PersonNotFound',
  );
  const start = (caller: Person, whom: Person) =>
    caller.refusal(dm.START, { memberIds: [whom.id, friend.id], clientId: randomUUID() });
  expect(await start(blocker, blocked)).toBe('PersonNotFound');
  expect(await start(blocked, blocker)).toBe('PersonNotFound');
  // Somebody else may: it is their group, and they are not told who blocks whom.
  await friend.ask(dm.ADD, { conversationId: theirs, memberIds: [blocked.id] });
});

it('lets both write where there are others, and neither where only they are left', async () => {
  const [blocker, blocked, third] = await people.persons('blocker', 'blocked', 'third');
  const id = await dm.start(third, [blocker, blocked], 'Three');
  await block(blocker, blocked);
  await dm.send(blocker, id, 'to the group');
  await dm.send(blocked, id, 'to the group too');
  // The reader's client knows whose message to fold.
  const [profile] = await blocker.ask(
    'query ($ids: [ID!]!) { profilesByIds(ids: $ids) { id blockedByMe } }',
    {
      ids: [blocked.id],
    },
  );
  expect(profile).toEqual({ id: blocked.id, blockedByMe: true });
  await third.ask(dm.LEAVE, { conversationId: id });
  for (const [caller, seq] of [
    [blocker, 1],
    [blocked, 2],
  ] as const) {
    expect(await caller.refusal(dm.SEND, message(id))).toBe('Blocked');
    expect(await caller.refusal(dm.EDIT, { conversationId: id, seq, text: 'new' })).toBe('Blocked');
    expect(await caller.refusal(dm.TYPING, { conversationId: id })).toBe('Blocked');
    expect(await caller.refusal(dm.MESSAGES, { conversationId: id })).toBeUndefined();
  }
  await blocked.ask(dm.DELETE, { conversationId: id, seq: 2 });
  await unblock(blocker, blocked);
  expect((await dm.send(blocked, id, 'again')).message).toMatchObject({ text: 'again' });
});

it('answers a send that was stored before the block as it was', async () => {
  const [blocker, blocked, third] = await people.persons('blocker', 'blocked', 'third');
  const id = await dm.start(third, [blocker, blocked], 'Three');
  await third.ask(dm.LEAVE, { conversationId: id });
  const clientId = randomUUID();
  const sent = await dm.send(blocked, id, 'before', clientId);
  await block(blocker, blocked);
  expect((await dm.send(blocked, id, 'before', clientId)).message).toEqual(sent.message);
});
