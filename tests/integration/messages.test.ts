import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import * as dm from '../support/messages.ts';
import { createPeople, type People, type Person } from '../support/people.ts';

let test: TestCloud;
let people: People;
let ada: Person;
let grace: Person;
let joan: Person;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  [ada, grace, joan] = await people.persons('ada', 'grace', 'joan');
});
afterAll(() => test[Symbol.asyncDispose]());

describe('starting', () => {
  it('is one conversation for two people, whoever starts, and shows to the other with its first message', async () => {
    const [one, other] = await people.persons('one', 'other');
    const ids = await Promise.all([
      dm.start(one, [other]),
      dm.start(other, [one]),
      dm.start(one, [other]),
      dm.start(other, [one]),
    ]);
    expect(new Set(ids).size).toBe(1);
    const third = await people.person('third');
    const quiet = await dm.start(one, [third]);
    expect((await third.ask(dm.INBOX)).items).toEqual([]);
    expect((await one.ask(dm.INBOX)).items.map((item: { id: string }) => item.id)).toContain(quiet);
    await dm.send(one, quiet, 'hello');
    expect((await third.ask(dm.INBOX)).items).toMatchObject([
      { id: quiet, kind: 'DIRECT', unread: 1, lastMessage: { text: 'hello', senderId: one.id } },
    ]);
  });

  it('is notes for oneself, with nothing unread', async () => {
    const id = await dm.start(ada, [ada]);
    expect(await dm.start(ada, [])).toBe(id);
    await dm.send(ada, id, 'milk');
    expect(await ada.ask(dm.CONVERSATION, { id })).toMatchObject({
      kind: 'NOTES',
      memberIds: [ada.id],
      unread: 0,
      lastMessage: { text: 'milk' },
    });
  });

  it('is a group for more, the same one for the same client id, and refuses what cannot be', async () => {
    const clientId = randomUUID();
    const memberIds = [grace.id, joan.id];
    const [first, again] = await Promise.all(
      [1, 2].map(() => ada.ask(dm.START, { memberIds, title: 'Lunch', clientId })),
    );
    expect(again.conversationId).toBe(first.conversationId);
    expect(await joan.ask(dm.CONVERSATION, { id: first.conversationId })).toMatchObject({
      kind: 'GROUP',
      title: 'Lunch',
      ownerId: ada.id,
      memberIds: [ada.id, grace.id, joan.id],
    });
    expect(await ada.refusal(dm.START, { memberIds })).toBe('InvalidId');
    expect(await ada.refusal(dm.START, { memberIds, clientId, title: ' ' })).toBe('TitleInvalid');
    expect(await ada.refusal(dm.START, { memberIds, clientId, title: 'x'.repeat(51) })).toBe('TitleInvalid');
    expect(await ada.refusal(dm.START, { memberIds: ['nobody'] })).toBe('InvalidId');
    expect(await ada.refusal(dm.START, { memberIds: [randomUUID()] })).toBe('PersonNotFound');
    const crowd = Array.from({ length: 32 }, () => randomUUID());
    expect(await ada.refusal(dm.START, { memberIds: crowd, clientId })).toBe('TooManyMembers');
    const family = '👩‍👩‍👧‍👦'.repeat(50);
    const named = await ada.ask(dm.START, { memberIds, clientId: randomUUID(), title: family });
    expect(named.title).toBe(family);
  });
});

describe('sending', () => {
  it('numbers messages, tells all members at once, and shows them newest first', async () => {
    const id = await dm.start(ada, [grace, joan], 'Live');
    using toGrace = await grace.subscribe(dm.EVENTS);
    using toAda = await ada.subscribe(dm.EVENTS);
    const sent = await dm.send(ada, id, 'one');
    await dm.send(joan, id, 'two 🎉 https://example.com');
    expect(await toGrace.next()).toEqual(sent);
    expect(await toGrace.next()).toMatchObject({ kind: 'MESSAGE', actorId: joan.id, message: { seq: 2 } });
    expect(await toAda.next()).toEqual(sent);
    const page = await grace.ask(dm.MESSAGES, { conversationId: id, limit: 1 });
    expect(page).toMatchObject({ items: [{ seq: 2, senderId: joan.id }], hasMore: true, lastSeq: 2 });
    expect(await grace.ask(dm.MESSAGES, { conversationId: id, before: 2 })).toMatchObject({
      items: [{ seq: 1, text: 'one', senderId: ada.id }],
      hasMore: false,
    });
  });

  it('stores one message for one client id, however often it is sent', async () => {
    const id = await dm.start(ada, [grace]);
    const clientId = randomUUID();
    const events = await Promise.all(Array.from({ length: 5 }, () => dm.send(ada, id, 'once', clientId)));
    const seqs = new Set(events.map((event) => event.message.seq));
    expect(seqs.size).toBe(1);
    expect((await dm.history(grace, id)).filter((message) => message.text === 'once')).toHaveLength(1);
    expect(await ada.refusal(dm.SEND, { conversationId: id, clientId, text: 'other' })).toBe(
      'ClientIdReused',
    );
    // Somebody else's ids are their own.
    await dm.send(grace, id, 'mine', clientId);
    const [seq] = seqs;
    await ada.ask(dm.EDIT, { conversationId: id, seq, text: 'edited' });
    expect((await dm.send(ada, id, 'once', clientId)).message).toMatchObject({ seq, text: 'edited' });
    expect(await ada.refusal(dm.SEND, { conversationId: id, clientId, text: 'longer' })).toBe(
      'ClientIdReused',
    );
  });

  it('loses nothing and counts exactly when everybody sends at once', async () => {
    const senders = await people.persons('s1', 's2', 's3', 's4');
    const [reader] = await people.persons('reader');
    const id = await dm.start(reader, senders, 'Busy');
    using events = await reader.subscribe(dm.EVENTS);
    await Promise.all(
      senders.map(async (sender, who) => {
        for (let n = 0; n < 5; n += 1) await dm.sendSurely(sender, id, `${who}-${n}`);
      }),
    );
    const seen = await Promise.all(Array.from({ length: 20 }, () => events.next()));
    expect(seen.map((event) => event.message.seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    const all = await dm.history(reader, id);
    expect(all.map((message) => message.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(new Set(all.map((message) => message.text)).size).toBe(20);
    const view = await reader.ask(dm.CONVERSATION, { id });
    expect(view.unread).toBe(20);
    expect(await reader.ask(dm.UNREAD)).toEqual({ conversations: 1, messages: 20, more: false });
    for (const sender of senders) expect((await sender.ask(dm.CONVERSATION, { id })).unread).toBe(15);
  });

  it.each([
    ['', 'TextEmpty'],
    [' \n\t', 'TextEmpty'],
    ['x'.repeat(1025), 'TextTooLong'],
    ['👩‍👩‍👧‍👦'.repeat(1025), 'TextTooLong'],
    ['e\u0301'.repeat(20_000), 'TextTooLong'],
  ])('refuses a text that is empty or too long (%#)', async (text, problem) => {
    const id = await dm.start(ada, [grace]);
    expect(await ada.refusal(dm.SEND, { conversationId: id, clientId: randomUUID(), text })).toBe(problem);
    expect(await ada.refusal(dm.EDIT, { conversationId: id, seq: 1, text })).toBe(problem);
  });

  it.each(['x'.repeat(1024), '👩‍👩‍👧‍👦'.repeat(1024), '🇩🇪'.repeat(1024), 'e\u0301'.repeat(1024)])(
    'takes 1,024 characters as people count them (%#)',
    async (text) => {
      const id = await dm.start(ada, [grace]);
      expect((await dm.send(ada, id, text)).message.text).toBe(text);
    },
  );

  it('refuses a client id that is none, and a mutation that would tell nobody', async () => {
    const id = await dm.start(ada, [grace]);
    expect(await ada.refusal(dm.SEND, { conversationId: id, clientId: 'x', text: 'hi' })).toBe('InvalidId');
    const { lastSeq } = await ada.ask(dm.CONVERSATION, { id });
    const silent = `mutation ($c: ID!, $k: ID!) { sendMessage(conversationId: $c, clientId: $k, text: "psst") {
      kind message { seq } } }`;
    expect(await ada.refusal(silent, { c: id, k: randomUUID() })).toBe('IncompleteSelection');
    expect((await ada.ask(dm.CONVERSATION, { id })).lastSeq).toBe(lastSeq);
  });
});

describe('reading', () => {
  it('counts what others sent after the place that was read, whatever oneself sent meanwhile', async () => {
    const [me, you] = await people.persons('me', 'you');
    const id = await dm.start(me, [you]);
    const unread = async () => (await me.ask(dm.CONVERSATION, { id })).unread;
    for (const text of ['1', '2', '3']) await dm.send(you, id, text);
    await dm.send(me, id, '4');
    await dm.send(you, id, '5');
    expect(await unread()).toBe(4);
    using toYou = await you.subscribe(dm.EVENTS);
    await me.ask(dm.READ, { conversationId: id, upTo: 2 });
    expect(await toYou.next()).toMatchObject({ kind: 'READ', actorId: me.id, upTo: 2 });
    expect(await unread()).toBe(2);
    // An older place changes nothing and tells nobody.
    expect(await me.ask(dm.READ, { conversationId: id, upTo: 1 })).toMatchObject({ recipients: [], upTo: 2 });
    // What was read up to one's own message includes it.
    expect(await me.ask(dm.READ, { conversationId: id, upTo: 3 })).toMatchObject({ upTo: 4 });
    expect(await unread()).toBe(1);
    await me.ask(dm.DELIVERED, { conversationId: id, upTo: 5 });
    await me.ask(dm.READ, { conversationId: id, upTo: 5 });
    expect(await unread()).toBe(0);
    expect(await me.refusal(dm.READ, { conversationId: id, upTo: 6 })).toBe('InvalidPosition');
    expect(await me.refusal(dm.READ, { conversationId: id, upTo: -1 })).toBe('InvalidPosition');
    const { participants } = await you.ask(dm.CONVERSATION, { id });
    expect(participants.find((one: { userId: string }) => one.userId === me.id)).toMatchObject({
      readUpTo: 5,
      deliveredUpTo: 5,
    });
  });

  it('lists conversations by newest activity, page by page, and leaves muted ones out of the badge', async () => {
    const me = await people.person('busy');
    const others = await people.persons('o1', 'o2', 'o3');
    const ids: string[] = [];
    for (const other of others) {
      const id = await dm.start(other, [me]);
      await dm.send(other, id, `from ${other.handle}`);
      ids.unshift(id);
    }
    const first = await me.ask(dm.INBOX, { limit: 2 });
    expect(first.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(0, 2));
    const rest = await me.ask(dm.INBOX, { limit: 2, cursor: first.cursor });
    expect(rest.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(2));
    using mine = await me.subscribe(dm.EVENTS);
    await me.ask(dm.MUTE, { conversationId: ids[0], muted: true });
    expect(await mine.next()).toMatchObject({ kind: 'MUTED', muted: true, recipients: [me.id] });
    expect(await me.ask(dm.UNREAD)).toEqual({ conversations: 2, messages: 2, more: false });
    await dm.send(others[0]!, ids[2]!, 'again');
    expect((await me.ask(dm.INBOX)).items[0]).toMatchObject({ id: ids[2], unread: 2, muted: false });
    expect(await me.refusal(dm.INBOX, { limit: 0 })).toBe('InvalidLimit');
    expect(await me.refusal(dm.INBOX, { cursor: 'nonsense' })).toBeDefined();
  });

  it('gives what was missed: messages after the last one seen, and what was edited or deleted since', async () => {
    const id = await dm.start(ada, [joan]);
    for (let n = 1; n <= 6; n += 1) await dm.send(ada, id, `m${n}`);
    await ada.ask(dm.EDIT, { conversationId: id, seq: 2, text: 'm2!' });
    await ada.ask(dm.EDIT, { conversationId: id, seq: 2, text: 'm2!!' });
    await ada.ask(dm.DELETE, { conversationId: id, seq: 3 });
    await ada.ask(dm.EDIT, { conversationId: id, seq: 6, text: 'm6!' });
    const missed = await joan.ask(dm.MISSED, { conversationId: id, afterSeq: 4, afterRevision: 0 });
    expect(missed).toMatchObject({
      items: [{ seq: 5 }, { seq: 6, text: 'm6!' }],
      changed: [
        { seq: 2, text: 'm2!!' },
        { seq: 3, text: null },
      ],
      more: false,
      revision: 4,
    });
    const pages: number[] = [];
    let position = { afterSeq: 0, afterRevision: 0 };
    for (let more = true; more;) {
      const page = await joan.ask(dm.MISSED, { conversationId: id, ...position, limit: 2 });
      pages.push(...page.items.map((item: { seq: number }) => item.seq));
      ({ more } = page);
      position = { afterSeq: pages.at(-1)!, afterRevision: page.revision };
    }
    expect(pages).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await joan.ask(dm.INBOX)).items.find((item: { id: string }) => item.id === id)).toMatchObject({
      lastMessage: { text: 'm6!' },
    });
  });
});

describe('changing', () => {
  it('lets senders edit and delete their own messages, live, and nobody else', async () => {
    const id = await dm.start(ada, [grace, joan], 'Edits');
    await dm.send(ada, id, 'teh');
    using events = await grace.subscribe(dm.EVENTS);
    await ada.ask(dm.EDIT, { conversationId: id, seq: 1, text: 'the' });
    expect(await events.next()).toMatchObject({
      kind: 'EDITED',
      message: { seq: 1, text: 'the' },
      revision: 1,
    });
    expect(await grace.refusal(dm.EDIT, { conversationId: id, seq: 1, text: 'forged' })).toBe('NotAllowed');
    expect(await grace.refusal(dm.DELETE, { conversationId: id, seq: 1 })).toBe('NotAllowed');
    await ada.ask(dm.DELETE, { conversationId: id, seq: 1 });
    expect(await events.next()).toMatchObject({
      kind: 'DELETED',
      message: { seq: 1, text: null },
      revision: 2,
    });
    expect(await ada.refusal(dm.EDIT, { conversationId: id, seq: 1, text: 'back' })).toBe('NotFound');
    expect(await ada.refusal(dm.DELETE, { conversationId: id, seq: 9 })).toBe('NotFound');
    expect((await dm.history(grace, id))[0]).toMatchObject({ text: null });
  });
});

describe('groups', () => {
  it('adds people, who see what comes and not what was, renames, and hands the group on', async () => {
    const [owner, member, later] = await people.persons('owner', 'member', 'later');
    const id = await dm.start(owner, [member, ada], 'Club');
    await dm.send(owner, id, 'secret of old');
    using toLater = await later.subscribe(dm.EVENTS);
    await member.ask(dm.ADD, { conversationId: id, memberIds: [later.id] });
    expect(await toLater.next()).toMatchObject({
      kind: 'MEMBERS',
      memberIds: expect.arrayContaining([later.id]),
    });
    expect(await later.ask(dm.CONVERSATION, { id })).toMatchObject({ unread: 0, lastMessage: null });
    await dm.send(owner, id, 'welcome');
    expect(await dm.history(later, id)).toMatchObject([{ seq: 2, text: 'welcome' }]);
    expect(await later.refusal(dm.EDIT, { conversationId: id, seq: 1, text: 'x' })).toBe('NotFound');
    expect(
      (await later.ask(dm.MISSED, { conversationId: id, afterSeq: 0, afterRevision: 0 })).items,
    ).toHaveLength(1);
    await later.ask(dm.RENAME, { conversationId: id, title: 'New club' });
    expect((await owner.ask(dm.CONVERSATION, { id })).title).toBe('New club');
    expect(await member.refusal(dm.REMOVE, { conversationId: id, memberId: later.id })).toBe('NotAllowed');
    await owner.ask(dm.LEAVE, { conversationId: id });
    expect(await owner.refusal(dm.CONVERSATION, { id })).toBe('NotFound');
    expect(await member.ask(dm.CONVERSATION, { id })).toMatchObject({ ownerId: member.id });
    await member.ask(dm.REMOVE, { conversationId: id, memberId: later.id });
    expect(await later.refusal(dm.MESSAGES, { conversationId: id })).toBe('NotFound');
    expect((await later.ask(dm.INBOX)).items).toEqual([]);
  });

  it('stops telling somebody the moment they are removed, and hands nothing to who is gone', async () => {
    const [owner, gone] = await people.persons('owner', 'gone');
    const id = await dm.start(owner, [gone, ada], 'Purge');
    using events = await gone.subscribe(dm.EVENTS);
    const sends = Array.from({ length: 6 }, (_, n) => dm.sendSurely(ada, id, `burst ${n}`));
    await owner.ask(dm.REMOVE, { conversationId: id, memberId: gone.id });
    await Promise.all(sends);
    await dm.send(owner, id, 'after');
    await test.cloud.settle();
    let removed = false;
    while (events.waiting) {
      const event = await events.next();
      expect(removed).toBe(false);
      if (event.kind === 'MEMBERS') removed = true;
    }
    expect(removed).toBe(true);
    expect(await gone.refusal(dm.SEND, { conversationId: id, clientId: randomUUID(), text: 'hi' })).toBe(
      'NotFound',
    );
  });

  it('takes 32 members and not one more, also when they come at once', async () => {
    const crowd = await people.persons(...Array.from({ length: 33 }, (_, n) => `c${n}`));
    const [owner, ...others] = crowd;
    const id = await dm.start(owner!, others.slice(0, 30), 'Crowd');
    const answers = await Promise.all(
      others.slice(30).map((one) => owner!.refusal(dm.ADD, { conversationId: id, memberIds: [one.id] })),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'TooManyMembers')).toHaveLength(1);
    const view = await owner!.ask(dm.CONVERSATION, { id });
    expect(view.memberIds).toHaveLength(32);
    expect((await dm.send(owner!, id, 'hello all')).recipients).toHaveLength(32);
  });
});

describe('typing', () => {
  it('tells the others and stores nothing', async () => {
    const id = await dm.start(ada, [grace]);
    const before = await ada.ask(dm.CONVERSATION, { id });
    using events = await grace.subscribe(dm.EVENTS);
    await ada.ask(dm.TYPING, { conversationId: id });
    expect(await events.next()).toMatchObject({ kind: 'TYPING', actorId: ada.id, recipients: [grace.id] });
    expect(await ada.ask(dm.CONVERSATION, { id })).toEqual(before);
  });
});
