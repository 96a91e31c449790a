import { EXPIRY_CHOICES, type ExpiresIn } from '../../../../shared/expiry.ts';
import type { ComposeTarget } from '../../../lib/compose/target.ts';
import { asQuoted } from '../../../lib/data/activity.ts';
import { changeActivity } from '../../../lib/data/cache/cache.ts';
import { addReply } from '../../../lib/data/cache/threads.ts';
import { explain } from '../../../lib/errors/explain.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { createStore, useStore, type Store } from '../../../lib/store/create-store.ts';
import { announce, showToast } from '../../../ui/toast-store.ts';
import { createActivity, type Posted } from '../api/create-activity.ts';
import { added, changed, removed, type Outbox, type OutboxEntry } from './outbox.ts';
import { forgetEntry, keepEntry, loadOutbox } from './outbox-storage.ts';

const LONGEST = EXPIRY_CHOICES[0].value;
const outboxes = new Map<string, Store<Outbox>>();
const nobodys = createStore<Outbox>([]);
const listeners = new Set<(activity: Posted) => void>();

/** Tells of every crud, reply and quote that this page posted. */
export function onPublished(listener: (activity: Posted) => void): () => void {
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
  const { clientId, message, expiresIn, parent, quote } = entry;
  const store = outboxOf(userId);
  try {
    const activity = await createActivity({
      clientId,
      message,
      expiresIn,
      parentId: parent?.id,
      quoteId: quote?.id,
    });
    tellCache(activity, quote?.id);
    for (const listener of listeners) listener(activity);
    discard(userId, clientId);
    if (parent || quote) showToast(parent ? 'Reply posted.' : 'Quote posted.');
    else announce('Posted.');
  } catch (error) {
    const problem = toAppError(error).type;
    store.set((outbox) => changed(outbox, clientId, { state: 'failed', problem }));
    keepEntry(userId, { ...entry, state: 'failed', problem });
    announce(`Not posted. ${explain(error).title}.`);
  }
}

/** What it answers or quotes counts it, wherever that is shown. */
function tellCache(posted: Posted, quoteId: string | undefined): void {
  const { parentId, parentReplyCount } = posted;
  if (parentId) {
    addReply(posted);
    changeActivity(parentId, (parent) => ({
      ...parent,
      replyCount: parentReplyCount ?? parent.replyCount + 1,
    }));
  }
  if (quoteId) changeActivity(quoteId, (quoted) => ({ ...quoted, quoteCount: quoted.quoteCount + 1 }));
}

/** Shows what was written as on its way, and sends it. */
export function publish(userId: string, message: string, expiresIn: ExpiresIn, target: ComposeTarget): void {
  const entry: OutboxEntry = {
    clientId: crypto.randomUUID(),
    message,
    expiresIn,
    at: Date.now(),
    state: 'sending',
    ...aboutOf(target),
  };
  keepEntry(userId, entry);
  outboxOf(userId).set((outbox) => added(outbox, entry));
  void send(userId, entry);
}

function aboutOf(target: ComposeTarget): Partial<OutboxEntry> {
  if (target.kind === 'reply') {
    const { id, threadId, author, expiresAt } = target.to;
    // As long as may be: the API lets it go with what it answers.
    return { expiresIn: LONGEST, parent: { id, threadId: threadId ?? id, handle: author.handle, expiresAt } };
  }
  return target.kind === 'quote' ? { quote: asQuoted(target.of) } : {};
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
