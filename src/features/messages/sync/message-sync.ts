import { catchUp } from './catch-up.ts';
import { MESSAGES } from './documents.ts';
import {
  addOlder,
  applyEvent,
  furthest,
  headOf,
  isBehind,
  startLog,
  type Head,
  type MessageLog,
} from './log.ts';
import { createConnection, type ConnectionState } from './connection.ts';
import * as box from './outbox.ts';
import { createPauses } from './pauses.ts';
import { createSender } from './sender.ts';
import { backoff, problemOf, type Transport } from './transport.ts';
import type { ConversationEvent, MessagePage } from './types.ts';

export interface SyncState {
  readonly connection: ConnectionState;
  /** The conversations that are open, by id. */
  readonly logs: Readonly<Record<string, MessageLog>>;
  readonly outbox: box.Outbox;
}

export interface SyncOptions {
  transport: Transport;
  store: box.OutboxStore;
  /** Every event, also of conversations that are not open: for the inbox, badges, typing, receipts. */
  onEvent?(event: ConversationEvent): void;
  /** The connection is back (or new): whatever else is shown may be out of date. */
  onLive?(): void;
  wait?(milliseconds: number): Promise<void>;
  /** The first pause before reconnecting, in milliseconds. */
  reconnectAfter?: number;
}

/** Keeps open conversations in step with the server, and sends what is written. No React, no browser. */
export interface MessageSync {
  state(): SyncState;
  /** Called after each change; returns a function that stops it. */
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  /** Loads the newest page and keeps the conversation in step from then on. Throws what the transport throws. */
  open(conversationId: string): Promise<void>;
  close(conversationId: string): void;
  /** Loads the page before the oldest message. */
  loadOlder(conversationId: string): Promise<void>;
  /** Looks for what was missed without a sign of it: call it when the page comes to the front, and now and then. */
  refresh(): void;
  /** Ends all pauses between attempts: the network is back, or somebody asks for it. */
  tryNow(): void;
  /** Returns the client id that the message has until it is stored, and after. */
  send(conversationId: string, text: string): string;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Applies an event that came another way: the answer of a mutation of this client. */
  receive(event: ConversationEvent): void;
}

export function createMessageSync(options: SyncOptions): MessageSync {
  const { transport, store, reconnectAfter = 500 } = options;
  const pauses = createPauses(options.wait);
  const listeners = new Set<() => void>();
  /** How far conversations go that are being opened. */
  const opening = new Map<string, Head>();
  const catching = new Map<string, 'once' | 'again'>();
  let state: SyncState = { connection: 'connecting', logs: {}, outbox: store.read() };
  let stopFollowing = (): void => undefined;

  function change(part: Partial<SyncState>): void {
    const before = state;
    state = { ...state, ...part };
    if (part.outbox) store.write(part.outbox, before.outbox);
    for (const listener of [...listeners]) listener();
  }

  /** What another tab did; it has been kept there. */
  function followOutbox(outbox: box.Outbox): void {
    state = { ...state, outbox };
    for (const listener of [...listeners]) listener();
  }

  function writeLog(conversationId: string, log: MessageLog): void {
    if (log !== state.logs[conversationId]) change({ logs: { ...state.logs, [conversationId]: log } });
  }

  /** One request at a time for a conversation; what comes up meanwhile is looked for once more afterwards. */
  function look(conversationId: string): void {
    if (catching.has(conversationId)) {
      catching.set(conversationId, 'again');
      return;
    }
    catching.set(conversationId, 'once');
    const cell = {
      read: () => state.logs[conversationId],
      write: (log: MessageLog) => writeLog(conversationId, log),
    };
    void lookUntilDone(conversationId, () => catchUp(transport, conversationId, cell));
  }

  async function lookUntilDone(conversationId: string, work: () => Promise<void>): Promise<void> {
    for (let failures = 0; !connection.isStopped() && state.logs[conversationId];) {
      catching.set(conversationId, 'once');
      const problem = await work().then(() => null, problemOf);
      // Refused for good: no member any more, for example.
      if (problem && !problem.passing) break;
      if (!problem && catching.get(conversationId) === 'once') break;
      // Unreachable: the log still lacks something, and nobody else will ask.
      if (problem) await pauses.pause(backoff(failures++, reconnectAfter));
    }
    catching.delete(conversationId);
  }

  function receive(event: ConversationEvent): void {
    const { conversationId } = event;
    if (event.kind === 'MESSAGE' && event.message && state.outbox.length) {
      const outbox = box.drop(state.outbox, event.message.clientId);
      if (outbox.length !== state.outbox.length) change({ outbox });
    }
    const head = opening.get(conversationId);
    if (head) opening.set(conversationId, furthest(head, headOf(event)));
    const log = state.logs[conversationId];
    if (log) {
      const next = applyEvent(log, event);
      writeLog(conversationId, next);
      if (isBehind(next)) look(conversationId);
    }
    options.onEvent?.(event);
  }

  const connection = createConnection({
    transport,
    pauses,
    reconnectAfter,
    changed: (next) => change({ connection: next }),
    opened() {
      for (const conversationId of Object.keys(state.logs)) look(conversationId);
      pauses.wake();
      for (const { conversationId } of state.outbox) sender.flush(conversationId);
      options.onLive?.();
    },
    event: receive,
  });

  const sender = createSender({
    transport,
    outbox: () => state.outbox,
    sent: receive,
    failed: (clientId, problem, passing) =>
      change({ outbox: box.markFailed(state.outbox, clientId, problem, passing) }),
    pauses,
    firstPause: reconnectAfter,
    isStopped: connection.isStopped,
  });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      stopFollowing = store.follow?.(followOutbox) ?? stopFollowing;
      connection.start();
    },
    stop() {
      stopFollowing();
      connection.stop();
    },
    async open(conversationId) {
      opening.set(conversationId, { seq: 0, revision: 0 });
      try {
        const page = await transport.request<MessagePage>(MESSAGES, { conversationId, limit: 50 });
        const log = startLog(page, opening.get(conversationId));
        writeLog(conversationId, log);
        if (isBehind(log)) look(conversationId);
      } finally {
        opening.delete(conversationId);
      }
    },
    close(conversationId) {
      const { [conversationId]: _closed, ...logs } = state.logs;
      change({ logs });
    },
    async loadOlder(conversationId) {
      const before = state.logs[conversationId]?.messages[0]?.seq;
      if (before === undefined) return;
      const page = await transport.request<MessagePage>(MESSAGES, { conversationId, before, limit: 50 });
      const log = state.logs[conversationId];
      if (log) writeLog(conversationId, addOlder(log, page));
    },
    refresh() {
      for (const conversationId of Object.keys(state.logs)) look(conversationId);
    },
    tryNow: pauses.wake,
    receive,
    send(conversationId, text) {
      const clientId = crypto.randomUUID();
      change({ outbox: box.enqueue(state.outbox, conversationId, clientId, text) });
      sender.flush(conversationId);
      return clientId;
    },
    retry(clientId) {
      const unsent = state.outbox.find((one) => one.clientId === clientId);
      if (!unsent) return;
      change({ outbox: box.markWaiting(state.outbox, clientId) });
      pauses.wake();
      sender.flush(unsent.conversationId);
    },
    discard(clientId) {
      change({ outbox: box.drop(state.outbox, clientId) });
    },
  };
}
