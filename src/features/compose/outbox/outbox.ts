import type { ExpiresIn } from '../../../../shared/expiry.ts';
import type { QuotedActivity } from '../../../lib/data/types.ts';
import { isExpiresIn } from '../draft/draft.ts';

/** What a reply answers, as far as showing it before it is posted takes. */
export interface ReplyParent {
  id: string;
  /** The crud that began the thread. */
  threadId: string;
  handle: string;
  expiresAt: string;
}

/** A crud on its way: shown at the top of the feed, a reply in its thread, until the API has it, or until its author takes it back. */
export interface OutboxEntry {
  /** One for all attempts, so that trying again never posts twice. */
  clientId: string;
  message: string;
  expiresIn: ExpiresIn;
  /** Set for a reply. */
  parent?: ReplyParent;
  /** Set for a quote. */
  quote?: QuotedActivity;
  /** When it was first sent, in milliseconds. */
  at: number;
  state: 'sending' | 'failed';
  /** Why it failed: the type of the AppError. */
  problem?: string;
}

export type Outbox = readonly OutboxEntry[];

/** Newest first. */
export function added(outbox: Outbox, entry: OutboxEntry): Outbox {
  return [entry, ...outbox.filter(({ clientId }) => clientId !== entry.clientId)];
}

export function removed(outbox: Outbox, clientId: string): Outbox {
  return outbox.filter((entry) => entry.clientId !== clientId);
}

export function changed(outbox: Outbox, clientId: string, change: Partial<OutboxEntry>): Outbox {
  return outbox.map((entry) => (entry.clientId === clientId ? { ...entry, ...change } : entry));
}

const RESUME_WITHIN_MS = 10 * 60_000;

/**
 * An entry that an earlier page left behind. A recent one that was being sent is sent on: nobody knows whether it
 * arrived, and the same clientId can't post twice. What is older waits for its author's word.
 */
export function resumed(stored: unknown, now: number): OutboxEntry | undefined {
  const entry = (stored ?? {}) as Partial<OutboxEntry>;
  const { clientId, message, expiresIn, at, state } = entry;
  if (typeof clientId !== 'string' || typeof message !== 'string' || typeof at !== 'number') return undefined;
  if (!isExpiresIn(expiresIn) || (state !== 'sending' && state !== 'failed')) return undefined;
  const sendOn = state === 'sending' && now - at < RESUME_WITHIN_MS;
  const { parent, quote } = entry;
  // What these were about must be known for certain: a reply must never become a crud of its own.
  if ((parent && typeof parent.id !== 'string') || (quote && typeof quote.id !== 'string')) return undefined;
  const known: OutboxEntry = { clientId, message, expiresIn, at, state };
  if (parent) known.parent = parent;
  if (quote) known.quote = quote;
  if (sendOn) return known;
  return { ...known, state: 'failed', problem: state === 'failed' ? entry.problem : 'Network' };
}
