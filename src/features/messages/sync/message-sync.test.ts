import { describe, expect, it } from 'vitest';
import { createMessageSync } from './message-sync.ts';
import { enqueue, readOutbox, type Outbox } from './outbox.ts';
import { RequestProblem, type Transport } from './transport.ts';
import type { ConversationEvent, DirectMessage } from './types.ts';

function messageOf(clientId: string, text: string, seq: number): DirectMessage {
  return {
    conversationId: 'c',
    seq,
    clientId,
    senderId: 'me',
    text,
    createdAt: '2026-01-01T00:00:00.000Z',
    editedAt: null,
    deletedAt: null,
  };
}

/** A server that answers what the test says: an error, or success. */
function createClient(answers: (Error | 'ok')[], stored: Outbox = [], wait = () => Promise.resolve()) {
  const sent: string[] = [];
  let kept = stored;
  let tellChange = (_outbox: Outbox): void => undefined;
  let listener: Parameters<Transport['listen']>[0] | undefined;
  let listens = 0;
  const transport: Transport = {
    async request(document, variables) {
      if (!document.includes('sendMessage')) {
        return { items: [], hasMore: false, lastSeq: 0, revision: 0, changed: [], more: false } as never;
      }
      const answer = answers.shift() ?? 'ok';
      if (answer !== 'ok') throw answer;
      const message = messageOf(String(variables['clientId']), String(variables['text']), sent.length + 1);
      sent.push(message.text!);
      return { kind: 'MESSAGE', conversationId: 'c', message, revision: null } as ConversationEvent as never;
    },
    listen(given) {
      listener = given;
      listens += 1;
      return () => undefined;
    },
  };
  const sync = createMessageSync({
    transport,
    store: {
      read: () => kept,
      write: (next) => (kept = next),
      follow(changed) {
        tellChange = changed;
        return () => undefined;
      },
    },
    wait,
  });
  sync.start();
  return {
    sync,
    sent,
    stored: () => kept,
    changeElsewhere: (outbox: Outbox) => tellChange(outbox),
    listener: () => listener!,
    listens: () => listens,
    async settled() {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    },
  };
}

describe('sending', () => {
  it('goes in order, again while the server is out of reach, and empties the outbox', async () => {
    const client = createClient([
      new TypeError('fetch failed'),
      new RequestProblem('Conflict', ''),
      'ok',
      'ok',
    ]);
    client.sync.send('c', 'one');
    client.sync.send('c', 'two');
    expect(client.sync.state().outbox).toHaveLength(2);
    await client.settled();
    expect(client.sent).toEqual(['one', 'two']);
    expect(client.sync.state().outbox).toEqual([]);
    expect(client.stored()).toEqual([]);
  });

  it('keeps what the server refuses, marked, until it is retried or discarded; the next one goes on', async () => {
    const client = createClient([new RequestProblem('Blocked', ''), 'ok', 'ok']);
    const refused = client.sync.send('c', 'to a blocker');
    client.sync.send('c', 'next');
    await client.settled();
    expect(client.sent).toEqual(['next']);
    expect(client.sync.state().outbox).toMatchObject([
      { clientId: refused, state: 'refused', problem: 'Blocked', attempts: 1 },
    ]);
    client.sync.retry(refused);
    await client.settled();
    expect(client.sent).toEqual(['next', 'to a blocker']);
    client.sync.discard(refused);
    expect(client.sync.state().outbox).toEqual([]);
  });

  it('sends after a crash what was not sent before it, under the same client id', async () => {
    const client = createClient(['ok'], enqueue([], 'c', 'from-before', 'unsent'));
    expect(client.sync.state().outbox).toMatchObject([{ clientId: 'from-before' }]);
    client.listener().opened();
    await client.settled();
    expect(client.sent).toEqual(['unsent']);
    expect(client.sync.state().outbox).toEqual([]);
  });

  it('leaves out what is damaged, and brings the rest into its order', () => {
    const [one, two] = enqueue(enqueue([], 'c', 'a', 'one'), 'c', 'b', 'two');
    expect(readOutbox([two, null, 'nonsense', {}, { text: 2 }, one])).toEqual([one, two]);
  });

  it('shows at once what another tab wrote or gave up', () => {
    const client = createClient([]);
    client.changeElsewhere(enqueue([], 'c', 'elsewhere', 'of another tab'));
    expect(client.sync.state().outbox).toMatchObject([{ clientId: 'elsewhere' }]);
    client.changeElsewhere([]);
    expect(client.sync.state().outbox).toEqual([]);
  });

  it('tries again at once when it is told to, however long the pause would be', async () => {
    const client = createClient(
      [new TypeError('fetch failed'), 'ok'],
      [],
      () => new Promise<void>(() => undefined),
    );
    const clientId = client.sync.send('c', 'patient');
    await client.settled();
    expect(client.sync.state().outbox).toMatchObject([{ attempts: 1, problem: 'Unreachable' }]);
    client.sync.retry(clientId);
    await client.settled();
    expect(client.sent).toEqual(['patient']);
  });
});

describe('the connection', () => {
  it('tells when it is lost, and reconnects', async () => {
    const client = createClient([]);
    expect(client.sync.state().connection).toBe('connecting');
    client.listener().opened();
    expect(client.sync.state().connection).toBe('live');
    client.listener().closed();
    expect(client.sync.state().connection).toBe('lost');
    await client.settled();
    expect(client.listens()).toBe(2);
    client.sync.stop();
    client.listener().closed();
    await client.settled();
    expect(client.listens()).toBe(2);
  });
});
