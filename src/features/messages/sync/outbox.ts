/** A message that the server has not acknowledged. Its `clientId` makes sending it twice the same as once. */
export interface Unsent {
  readonly conversationId: string;
  readonly clientId: string;
  readonly text: string;
  /** Its place among what was written in this browser; no time, since clocks jump. */
  readonly order: number;
  /** `waiting` goes out by itself, again and again; `refused` stays until its author retries or discards it. */
  readonly state: 'waiting' | 'refused';
  /** How often sending failed: from the third time on, show it as not sent, with «try again». */
  readonly attempts: number;
  /** Why it failed last: an errorType, or `Unreachable`. */
  readonly problem: string | null;
}

/** In the order in which they were written. */
export type Outbox = readonly Unsent[];

/** Where an outbox survives reloads and crashes, and where other tabs see it. */
export interface OutboxStore {
  read(): Outbox;
  /** What is new or changed in `next` is kept; what was in `before` and is not in `next` is forgotten. */
  write(next: Outbox, before: Outbox): void;
  /** Tells when another tab changed it; returns a function that stops it. */
  follow?(changed: (outbox: Outbox) => void): () => void;
}

export function enqueue(outbox: Outbox, conversationId: string, clientId: string, text: string): Outbox {
  const order = Math.max(0, ...outbox.map((one) => one.order)) + 1;
  return [...outbox, { conversationId, clientId, text, order, state: 'waiting', attempts: 0, problem: null }];
}

/** The message to send next in a conversation: the oldest that waits, so that they arrive in order. */
export function nextToSend(outbox: Outbox, conversationId: string): Unsent | undefined {
  return outbox.find((one) => one.conversationId === conversationId && one.state === 'waiting');
}

/** Takes out what is stored, or what its author gave up. */
export function drop(outbox: Outbox, clientId: string): Outbox {
  return outbox.filter((one) => one.clientId !== clientId);
}

/** @param passing whether trying again can help */
export function markFailed(outbox: Outbox, clientId: string, problem: string, passing: boolean): Outbox {
  return outbox.map((one) =>
    one.clientId === clientId
      ? { ...one, attempts: one.attempts + 1, problem, state: passing ? 'waiting' : 'refused' }
      : one,
  );
}

export function markWaiting(outbox: Outbox, clientId: string): Outbox {
  return outbox.map((one) =>
    one.clientId === clientId ? { ...one, state: 'waiting', attempts: 0, problem: null } : one,
  );
}

/** The outbox out of whatever was kept: what is damaged or of another version is left out. */
export function readOutbox(kept: readonly unknown[]): Outbox {
  return kept
    .filter(isUnsent)
    .toSorted((one, other) => one.order - other.order || (one.clientId < other.clientId ? -1 : 1));
}

function isUnsent(value: unknown): value is Unsent {
  const one = value as Partial<Unsent> | null;
  return (
    typeof one?.conversationId === 'string' &&
    typeof one.clientId === 'string' &&
    typeof one.text === 'string' &&
    typeof one.order === 'number' &&
    (one.state === 'waiting' || one.state === 'refused') &&
    typeof one.attempts === 'number'
  );
}
