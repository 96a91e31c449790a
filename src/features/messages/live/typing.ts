import { createStore, type Store } from '../../../lib/store/create-store.ts';
import { ask } from '../api/ask.ts';
import { TYPING } from '../api/documents.ts';

/** So long somebody counts as typing after their last sign of it. */
const SHOWN_MS = 6000;
/** So often one tells at most. */
const TELL_EVERY_MS = 3000;

/** Who types in which conversation. */
export type Typists = Readonly<Record<string, readonly string[]>>;

export interface Typing {
  readonly typists: Store<Typists>;
  /** Somebody types. */
  saw(conversationId: string, userId: string): void;
  /** They sent what they typed. */
  finished(conversationId: string, userId: string): void;
  /** The person of this page types. */
  tell(conversationId: string): void;
  /** They sent it: the next letter is news again. */
  told(conversationId: string): void;
  stop(): void;
}

export function createTyping(): Typing {
  const typists = createStore<Typists>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const toldAt = new Map<string, number>();

  function finished(conversationId: string, userId: string): void {
    const key = `${conversationId} ${userId}`;
    clearTimeout(timers.get(key));
    if (!timers.delete(key)) return;
    typists.set((all) => ({
      ...all,
      [conversationId]: (all[conversationId] ?? []).filter((id) => id !== userId),
    }));
  }

  return {
    typists,
    saw(conversationId, userId) {
      const key = `${conversationId} ${userId}`;
      const isNew = !timers.has(key);
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => finished(conversationId, userId), SHOWN_MS),
      );
      if (isNew) {
        typists.set((all) => ({ ...all, [conversationId]: [...(all[conversationId] ?? []), userId] }));
      }
    },
    finished,
    tell(conversationId) {
      const now = performance.now();
      if (now - (toldAt.get(conversationId) ?? -Infinity) < TELL_EVERY_MS) return;
      toldAt.set(conversationId, now);
      // A sign of this moment: when it doesn't get through, nothing is worth saying again.
      ask(TYPING, { conversationId }).catch(() => undefined);
    },
    told: (conversationId) => void toldAt.delete(conversationId),
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      typists.set({});
    },
  };
}
