import { localKeys, readLocal, writeLocal } from '../../../lib/storage/local.ts';
import { resumed, type Outbox, type OutboxEntry } from './outbox.ts';

// One key an entry, so that two tabs don't overwrite each other's.
const prefixOf = (userId: string): string => `cruddur.outbox.${userId}.`;
const anything = (value: unknown): value is unknown => value !== undefined;

/** The entries that earlier pages left behind, newest first. */
export function loadOutbox(userId: string, now: number): Outbox {
  const keys = localKeys().filter((key) => key.startsWith(prefixOf(userId)));
  const entries = keys.map((key) => resumed(readLocal(key, anything), now));
  return entries.filter((entry) => entry !== undefined).sort((a, b) => b.at - a.at);
}

export function keepEntry(userId: string, entry: OutboxEntry): void {
  writeLocal(prefixOf(userId) + entry.clientId, entry);
}

export function forgetEntry(userId: string, clientId: string): void {
  writeLocal(prefixOf(userId) + clientId, undefined);
}
