import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOlder, applyEvent, applyMissed, isBehind, startLog, type MessageLog } from './log.ts';
import type { ConversationEvent, DirectMessage, MessagePage, Missed } from './types.ts';

/** A conversation as the server has it, for a client to keep up with. */
class Server {
  readonly messages: DirectMessage[] = [];
  readonly changes: number[] = [];

  send(): ConversationEvent {
    const seq = this.messages.length + 1;
    const message = { ...BLANK, seq, clientId: `c${seq}`, text: `text ${seq}`, createdAt: stamp(seq) };
    this.messages.push(message);
    return event('MESSAGE', message, null);
  }

  edit(which: number): ConversationEvent | undefined {
    const index = which % Math.max(1, this.messages.length);
    const before = this.messages[index];
    if (!before || before.deletedAt) return undefined;
    const revision = this.changes.push(before.seq);
    const isDeletion = revision % 3 === 0;
    const at = stamp(1000 + revision);
    const message = isDeletion
      ? { ...before, text: null, deletedAt: at }
      : { ...before, text: `edited ${revision}`, editedAt: at };
    this.messages[index] = message;
    return event(isDeletion ? 'DELETED' : 'EDITED', message, revision);
  }

  page(before = this.messages.length + 1, limit = 5): MessagePage {
    const items = this.messages.slice(Math.max(0, before - 1 - limit), before - 1).toReversed();
    const hasMore = (items.at(-1)?.seq ?? 1) > 1;
    return { items, hasMore, lastSeq: this.messages.length, revision: this.changes.length };
  }

  missed(after: MessageLog, limit = 4): Missed {
    const items = this.messages.slice(after.to, after.to + limit);
    const changes = this.changes.slice(after.revision, after.revision + limit);
    const seqs = [...new Set(changes)].filter((seq) => seq <= after.to);
    const revision = after.revision + changes.length;
    return {
      items,
      changed: seqs.map((seq) => this.messages[seq - 1]!),
      more: after.to + items.length < this.messages.length || revision < this.changes.length,
      lastSeq: this.messages.length,
      revision,
    };
  }
}

const BLANK = {
  conversationId: 'c',
  senderId: 's',
  editedAt: null,
  deletedAt: null,
};
const stamp = (number: number): string => new Date(number * 1000).toISOString();

function event(
  kind: ConversationEvent['kind'],
  message: DirectMessage | null,
  revision: number | null,
): ConversationEvent {
  const nothing = { upTo: null, memberIds: null, ownerId: null, title: null, muted: null, lastSeq: null };
  return {
    recipients: [],
    kind,
    conversationId: 'c',
    actorId: 's',
    at: stamp(0),
    message,
    revision,
    ...nothing,
  };
}

describe('a log', () => {
  it('never has a hole and ends as the server is, whatever is lost, late, doubled or out of order', () => {
    const happening = fc.record({
      kind: fc.constantFrom('send', 'send', 'send', 'edit', 'ask', 'deliver', 'deliver', 'deliver'),
      number: fc.nat(1000),
      fate: fc.constantFrom('queue', 'queue', 'queue', 'twice', 'lost'),
    });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 120 }), fc.nat(12), (happenings, beforehand) => {
        const server = new Server();
        for (let n = 0; n < beforehand; n += 1) server.send();
        let log = startLog(server.page());
        const underway: ConversationEvent[] = [];
        let answer: Missed | undefined;
        for (const { kind, number, fate } of happenings) {
          if (kind === 'ask') {
            // An answer comes when the next question is asked: old news by then.
            if (answer) log = applyMissed(log, answer);
            answer = server.missed(log);
          } else if (kind === 'deliver') {
            const [one] = underway.splice(number % Math.max(1, underway.length), 1);
            if (one) log = applyEvent(log, one);
          } else {
            const made = kind === 'send' ? server.send() : server.edit(number);
            if (made && fate !== 'lost') underway.push(made);
            if (made && fate === 'twice') underway.push(made);
          }
          const seqs = log.messages.map((message) => message.seq);
          expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
          expect(log.messages.at(-1)?.seq ?? log.to).toBe(log.to);
        }
        for (let asked: Missed | undefined; !asked || asked.more || isBehind(log);) {
          asked = server.missed(log);
          log = applyMissed(log, asked);
        }
        for (const late of underway) log = applyEvent(log, late);
        while (log.hasOlder) log = addOlder(log, server.page(log.messages[0]!.seq));
        expect(log.messages).toEqual(server.messages);
      }),
      { numRuns: 300 },
    );
  });

  it('does not lose an edit that comes before its message', () => {
    const server = new Server();
    let log = startLog(server.page());
    const sent = server.send();
    const edited = server.edit(0)!;
    log = applyEvent(applyEvent(log, edited), sent);
    expect(isBehind(log)).toBe(true);
    expect(applyMissed(log, server.missed(log)).messages).toEqual(server.messages);
  });

  it('says that it is behind when an event skips a message or a change', () => {
    const server = new Server();
    server.send();
    const log = startLog(server.page());
    server.send();
    const skipped = applyEvent(log, server.send());
    expect(isBehind(skipped)).toBe(true);
    expect(skipped.messages).toHaveLength(1);
    const caughtUp = applyMissed(skipped, server.missed(skipped));
    expect(isBehind(caughtUp)).toBe(false);
    expect(caughtUp.messages).toHaveLength(3);
    server.edit(0);
    expect(isBehind(applyEvent(caughtUp, server.edit(1)!))).toBe(true);
  });

  it('keeps what an event told while the first page was on its way', () => {
    const server = new Server();
    server.send();
    const page = server.page();
    server.send();
    expect(isBehind(startLog(page, { seq: 2, revision: 0 }))).toBe(true);
  });

  it('drops an older page that no longer fits', () => {
    const server = new Server();
    for (let n = 0; n < 20; n += 1) server.send();
    const log = startLog(server.page());
    const older = addOlder(log, server.page(16));
    expect(older.messages).toHaveLength(10);
    expect(addOlder(older, server.page(16))).toBe(older);
  });
});
