import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Caller } from '../support/graphql.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import * as dm from '../support/messages.ts';
import { createPeople, type Person } from '../support/people.ts';
import { resourcesOf, statementsOf } from '../support/templates.ts';

/** The types that hold something of a conversation. A field that answers one of them belongs into the table below. */
const TYPES = /Conversation|Message|UnreadTotal/;

const ROLES = ['guest', 'stranger', 'member', 'removed', 'blocked'] as const;
type Role = (typeof ROLES)[number];

interface Row {
  query: string;
  args(world: World, role: Role): Record<string, unknown>;
  /** `ok`, or the error's type. */
  expected: Record<Role, string>;
}

interface World {
  callers: Record<Role, Caller>;
  /** A group for everybody but the blocked one, whose conversation is the one with who blocks them. */
  idFor(role: Role): string;
  owner: Person;
}

const GUEST = 'UnauthorizedException';
const inConversation = (world: World, role: Role) => ({ conversationId: world.idFor(role) });
const members = (member: string, blocked: string): Record<Role, string> => ({
  guest: GUEST,
  stranger: 'NotFound',
  member,
  removed: 'NotFound',
  blocked,
});
const everybody: Record<Role, string> = {
  guest: GUEST,
  stranger: 'ok',
  member: 'ok',
  removed: 'ok',
  blocked: 'ok',
};

const TABLE: Record<string, Row> = {
  // Answers one's own alone: see the test of what is in it.
  inbox: { query: dm.INBOX, args: () => ({}), expected: everybody },
  unreadTotal: { query: dm.UNREAD, args: () => ({}), expected: everybody },
  conversation: {
    query: dm.CONVERSATION,
    args: (world, role) => ({ id: world.idFor(role) }),
    expected: members('ok', 'ok'),
  },
  messages: { query: dm.MESSAGES, args: inConversation, expected: members('ok', 'ok') },
  missedMessages: {
    query: dm.MISSED,
    args: (world, role) => ({ ...inConversation(world, role), afterSeq: 0, afterRevision: 0 }),
    expected: members('ok', 'ok'),
  },
  startConversation: {
    query: dm.START,
    args: ({ owner }) => ({ memberIds: [owner.id] }),
    expected: { guest: GUEST, stranger: 'ok', member: 'ok', removed: 'ok', blocked: 'PersonNotFound' },
  },
  sendMessage: {
    query: dm.SEND,
    args: (world, role) => ({ ...inConversation(world, role), clientId: randomUUID(), text: 'hi' }),
    expected: members('ok', 'Blocked'),
  },
  // Message 1 is the owner's, message 2 the member's, or the blocked one's.
  editMessage: {
    query: dm.EDIT,
    args: (world, role) => ({ ...inConversation(world, role), seq: 2, text: 'changed' }),
    expected: members('ok', 'Blocked'),
  },
  deleteMessage: {
    query: dm.DELETE,
    args: (world, role) => ({ ...inConversation(world, role), seq: 2 }),
    expected: members('ok', 'ok'),
  },
  markRead: {
    query: dm.READ,
    args: (world, role) => ({ ...inConversation(world, role), upTo: 1 }),
    expected: members('ok', 'ok'),
  },
  markDelivered: {
    query: dm.DELIVERED,
    args: (world, role) => ({ ...inConversation(world, role), upTo: 1 }),
    expected: members('ok', 'ok'),
  },
  typing: { query: dm.TYPING, args: inConversation, expected: members('ok', 'Blocked') },
  muteConversation: {
    query: dm.MUTE,
    args: (world, role) => ({ ...inConversation(world, role), muted: true }),
    expected: members('ok', 'ok'),
  },
  renameConversation: {
    query: dm.RENAME,
    args: (world, role) => ({ ...inConversation(world, role), title: 'Other' }),
    expected: members('ok', 'NotAllowed'),
  },
  addMembers: {
    query: dm.ADD,
    args: (world, role) => ({
      ...inConversation(world, role),
      memberIds: [(world.callers.stranger as Person).id],
    }),
    // What a member may, the cell «adds people» of messages.test.ts shows: here it would make a member of the stranger.
    expected: members('', 'NotAllowed'),
  },
  removeMember: {
    query: dm.REMOVE,
    args: (world, role) => ({ ...inConversation(world, role), memberId: world.owner.id }),
    expected: members('NotAllowed', 'NotAllowed'),
  },
  leaveConversation: { query: dm.LEAVE, args: inConversation, expected: members('ok', 'NotAllowed') },
  // A subscription is no request: see below.
  onConversationEvent: {
    query: '',
    args: () => ({}),
    expected: { guest: '', stranger: '', member: '', removed: '', blocked: '' },
  },
};

let test: TestCloud;
let world: World;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  const people = await createPeople(test.cloud);
  const [owner, stranger, member, removed, blocked] = await people.persons(
    'owner',
    'stranger',
    'member',
    'removed',
    'blocked',
  );
  const group = await dm.start(owner, [member, removed], 'Group');
  await dm.send(owner, group, 'secret');
  await dm.send(member, group, 'of a member');
  await owner.ask(dm.REMOVE, { conversationId: group, memberId: removed.id });
  const direct = await dm.start(owner, [blocked]);
  await dm.send(owner, direct, 'before');
  await dm.send(blocked, direct, 'of the blocked one');
  await owner.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: blocked.id });
  world = {
    owner,
    callers: { guest: await people.guest(), stranger, member, removed, blocked },
    idFor: (role) => (role === 'blocked' ? direct : group),
  };
});
afterAll(() => test[Symbol.asyncDispose]());

/** Everything that the owner sees of both conversations. */
async function snapshot(): Promise<unknown> {
  const ids = [world.idFor('member'), world.idFor('blocked')];
  return Promise.all(
    ids.flatMap((id) => [world.owner.ask(dm.CONVERSATION, { id }), dm.history(world.owner, id)]),
  );
}

it('has every field of the schema that shows or changes a conversation', async () => {
  const { data } = await world.owner.graphql(`{ __schema {
    queryType { ...fields } mutationType { ...fields } subscriptionType { ...fields } } }
    fragment fields on __Type { fields { name type { name ofType { name ofType { name } } } } }`);
  const found = Object.values(data.__schema as Record<string, { fields: any[] }>)
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => TYPES.test(type.name ?? type.ofType?.name ?? type.ofType?.ofType?.name))
    .map(({ name }) => name as string);
  expect(found.toSorted()).toEqual(Object.keys(TABLE).toSorted());
});

describe.each(Object.entries(TABLE).filter(([, row]) => row.query))('%s', (_name, row) => {
  it.each(ROLES.filter((role) => row.expected[role] !== ''))('%s', async (role) => {
    const before = await snapshot();
    const answer = await world.callers[role].refusal(row.query, row.args(world, role));
    expect(answer ?? 'ok').toBe(row.expected[role]);
    if (answer) expect(await snapshot()).toEqual(before);
  });
});

it('lists to nobody what is not theirs', async () => {
  const group = world.idFor('member');
  for (const role of ['stranger', 'removed', 'blocked'] as const) {
    const inbox = await world.callers[role].ask(dm.INBOX);
    expect(JSON.stringify(inbox)).not.toContain(group);
  }
});

it('answers strangers as if the conversation did not exist', async () => {
  const text = (id: string) => world.callers.stranger.graphql(dm.CONVERSATION, { id });
  const { errors: hidden } = await text(world.idFor('member'));
  for (const id of [`group_${randomUUID()}_${randomUUID()}`, 'x', '']) {
    const { errors: missing } = await text(id);
    expect(missing![0]).toMatchObject({ errorType: hidden![0]!.errorType, message: hidden![0]!.message });
  }
});

it('tells events to members alone, whatever a subscriber asks for', async () => {
  const group = world.idFor('member');
  const { stranger, removed, blocked } = world.callers as Record<Role, Person>;
  using ofStranger = await stranger.subscribe(dm.EVENTS);
  using ofRemoved = await removed.subscribe(dm.EVENTS);
  using ofBlocked = await blocked.subscribe(dm.EVENTS);
  using ofOwner = await world.owner.subscribe(dm.EVENTS);
  await dm.send(world.owner, group, 'for members');
  expect(await ofOwner.next()).toMatchObject({ message: { text: 'for members' } });
  await test.cloud.settle();
  expect([ofStranger.waiting, ofRemoved.waiting, ofBlocked.waiting]).toEqual([0, 0, 0]);
  await expect(
    stranger.subscribe('subscription ($f: String) { onConversationEvent(filter: $f) { kind } }'),
  ).rejects.toThrow();
});

it('has no way to name a sender or to write participants', async () => {
  const { data } = await world.owner.graphql(
    `{ __schema { mutationType { fields { name args { name } } } } }`,
  );
  const fields = data.__schema.mutationType.fields as { name: string; args: { name: string }[] }[];
  const names = fields.map(({ name }) => name);
  const models = ['Conversation', 'ConversationMember', 'Message', 'MessageBlock'];
  const written = ['create', 'update', 'delete'].flatMap((verb) => models.map((model) => `${verb}${model}`));
  // `deleteMessage` is ours: it takes a number in a conversation, and checks whose it is.
  expect(names.filter((name) => written.includes(name))).toEqual(['deleteMessage']);
  const ofConversations = fields.filter(({ name }) => TABLE[name]);
  const given = new Set(ofConversations.flatMap(({ args }) => args.map(({ name }) => name)));
  expect([...given].filter((name) => /sender|actor|recipient|owner|user|createdAt|seqs/i.test(name))).toEqual(
    [],
  );
  const { member } = world.callers;
  const forged = dm.SEND.replace('text: $text', 'text: $text, senderId: "x"');
  const message = { conversationId: world.idFor('member'), clientId: randomUUID(), text: 'as another' };
  expect(await member.refusal(forged, message)).toBeDefined();
});

it('gives guests no right to any of it', () => {
  const guest = statementsOf(resourcesOf(inject('sandboxAssembly'))).filter((one) =>
    one.owner.includes('GuestAccess'),
  );
  expect(guest.length).toBeGreaterThan(0);
  const granted = JSON.stringify(guest.map((one) => one.resources));
  expect(granted).not.toMatch(/types\/\w*(Conversation|Message|UnreadTotal)\w*\/\*/);
  for (const name of Object.keys(TABLE)) expect(granted).not.toContain(`fields/${name}"`);
});

it('stops new messages both ways between two people one of whom blocks the other, until that ends', async () => {
  const { blocked } = world.callers as Record<Role, Person>;
  const id = world.idFor('blocked');
  const message = () => ({ conversationId: id, clientId: randomUUID(), text: 'hi' });
  expect(await world.owner.refusal(dm.SEND, message())).toBe('Blocked');
  expect(await blocked.refusal(dm.SEND, message())).toBe('Blocked');
  expect(await world.owner.refusal(dm.START, { memberIds: [blocked.id] })).toBe('PersonNotFound');
  await world.owner.ask('mutation ($id: ID!) { unblockProfile(id: $id) { id } }', { id: blocked.id });
  await dm.send(blocked, id, 'again');
  // However the id is written, it is the same person.
  const shouted = blocked.id.toUpperCase();
  await world.owner.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: shouted });
  expect(await blocked.refusal(dm.SEND, message())).toBe('Blocked');
});
