/** A message that the server has not acknowledged. Its `clientId` makes sending it twice the same as once. */
export interface Unsent {
  readonly conversationId: string;
  readonly clientId: string;
  readonly text: string;
  /** `waiting` goes out by itself, again and again; `refused` stays until its author changes, retries or discards it. */
  readonly state: 'waiting' | 'refused';
  /** How often sending failed: from the third time on, show it as not sent, with «try again». */
  readonly attempts: number;
  /** Why it failed last: an errorType, or `Unreachable`. */
  readonly problem: string | null;
}

/** In the order in which they were written. */
export type Outbox = readonly Unsent[];

export function enqueue(outbox: Outbox, conversationId: string, clientId: string, text: string): Outbox {
  return [...outbox, { conversationId, clientId, text, state: 'waiting', attempts: 0, problem: null }];
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

/** For a store that survives reloads and crashes. */
export function writeOutbox(outbox: Outbox): string {
  return JSON.stringify(outbox);
}

/** What `writeOutbox` wrote; what else there may be is dropped. */
export function readOutbox(text: string | null): Outbox {
  if (!text) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isUnsent) : [];
  } catch {
    // Not ours: an outbox of another version, or damaged.
    return [];
  }
}

function isUnsent(value: unknown): value is Unsent {
  const one = value as Partial<Unsent> | null;
  return (
    typeof one?.conversationId === 'string' &&
    typeof one.clientId === 'string' &&
    typeof one.text === 'string' &&
    (one.state === 'waiting' || one.state === 'refused') &&
    typeof one.attempts === 'number'
  );
}
