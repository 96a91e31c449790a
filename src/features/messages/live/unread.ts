import { ask } from '../api/ask.ts';
import { unreadMessages } from '../badge/unread-store.ts';

const UNREAD = 'query UnreadTotal { unreadTotal { messages more } }';
/** Events come in swarms, and the index that the server counts by follows a moment later. */
const AFTER_MS = 1200;

export interface UnreadCounter {
  /** Counts so many more, or fewer, at once; the server's count follows. */
  add(messages: number): void;
  /** The server counts, a moment later. */
  soon(): void;
  /** Now; what comes of it tells whether there is anything. Answers the count, or null when it couldn't be had. */
  now(): Promise<number | null>;
  stop(): void;
}

/** Keeps the badge's number. */
export function createUnreadCounter(): UnreadCounter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  async function now(): Promise<number | null> {
    clearTimeout(timer);
    timer = undefined;
    try {
      const total = await ask<{ messages: number; more: boolean }>(UNREAD);
      if (isStopped) return null;
      unreadMessages.set(total);
      return total.messages;
    } catch {
      // The number stays what it was; the next event or connection counts again.
      return null;
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => void now(), AFTER_MS);
  }

  return {
    add(messages) {
      if (messages === 0) return;
      unreadMessages.set((total) => ({ ...total, messages: Math.max(0, total.messages + messages) }));
    },
    soon,
    now,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      unreadMessages.set({ messages: 0, more: false });
    },
  };
}
