import type { ExpiresIn } from '../../../../shared/expiry.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { explain } from '../../../lib/errors/explain.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { createStore, useStore, type Store } from '../../../lib/store/create-store.ts';
import { announce } from '../../../ui/toast-store.ts';
import { createActivity } from '../api/create-activity.ts';
import { added, changed, removed, type Outbox, type OutboxEntry } from './outbox.ts';
import { forgetEntry, keepEntry, loadOutbox } from './outbox-storage.ts';

const outboxes = new Map<string, Store<Outbox>>();
const nobodys = createStore<Outbox>([]);
const listeners = new Set<(activity: Activity) => void>();

/** Tells of every crud that this page posted. */
export function onPublished(listener: (activity: Activity) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A person's outbox; the first call sends on what an earlier page left behind. */
function outboxOf(userId: string): Store<Outbox> {
  const existing = outboxes.get(userId);
  if (existing) return existing;
  const store = createStore<Outbox>(loadOutbox(userId, Date.now()));
  outboxes.set(userId, store);
  for (const entry of store.get()) if (entry.state === 'sending') void send(userId, entry);
  return store;
}

export function useOutbox(userId: string | undefined): Outbox {
  return useStore(userId ? outboxOf(userId) : nobodys);
}

async function send(userId: string, entry: OutboxEntry): Promise<void> {
  const { clientId, message, expiresIn } = entry;
  const store = outboxOf(userId);
  try {
    const activity = await createActivity({ clientId, message, expiresIn });
    for (const listener of listeners) listener(activity);
    discard(userId, clientId);
    announce('Posted.');
  } catch (error) {
    const problem = toAppError(error).type;
    store.set((outbox) => changed(outbox, clientId, { state: 'failed', problem }));
    keepEntry(userId, { ...entry, state: 'failed', problem });
    announce(`Not posted. ${explain(error).title}.`);
  }
}

/** Shows a new crud as on its way, and sends it. */
export function publish(userId: string, message: string, expiresIn: ExpiresIn): void {
  const entry: OutboxEntry = {
    clientId: crypto.randomUUID(),
    message,
    expiresIn,
    at: Date.now(),
    state: 'sending',
  };
  keepEntry(userId, entry);
  outboxOf(userId).set((outbox) => added(outbox, entry));
  void send(userId, entry);
}

/** Sends a failed crud again, as the same one. */
export function sendAgain(userId: string, entry: OutboxEntry): void {
  const sending: OutboxEntry = { ...entry, state: 'sending', problem: undefined };
  keepEntry(userId, sending);
  outboxOf(userId).set((outbox) => changed(outbox, entry.clientId, sending));
  void send(userId, sending);
}

export function discard(userId: string, clientId: string): void {
  forgetEntry(userId, clientId);
  outboxOf(userId).set((outbox) => removed(outbox, clientId));
}
