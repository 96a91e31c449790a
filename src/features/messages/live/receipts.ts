import { ask } from '../api/ask.ts';
import { MARK_DELIVERED, MARK_READ } from '../api/documents.ts';

type Kind = 'read' | 'delivered';

/** Tells the server how far one has got: receipts that follow each other closely are sent as one. */
export interface Receipts {
  mark(kind: Kind, conversationId: string, upTo: number): void;
  /** Sends again what did not get through. */
  retry(): void;
  stop(): void;
}

const AFTER_MS: Record<Kind, number> = { read: 250, delivered: 1000 };
const DOCUMENTS: Record<Kind, string> = { read: MARK_READ, delivered: MARK_DELIVERED };

interface Mark {
  wanted: number;
  sent: number;
  timer?: ReturnType<typeof setTimeout>;
}

/** @param send sends a document; for tests */
export function createReceipts(send: typeof ask = ask): Receipts {
  const marks = new Map<string, Mark>();

  function schedule(key: string, mark: Mark): void {
    const [kind, conversationId] = key.split(' ') as [Kind, string];
    mark.timer ??= setTimeout(() => void flush(kind, conversationId, mark), AFTER_MS[kind]);
  }

  async function flush(kind: Kind, conversationId: string, mark: Mark): Promise<void> {
    const upTo = mark.wanted;
    // Whoever has read it has got it.
    const isRead = kind === 'delivered' && (marks.get(`read ${conversationId}`)?.wanted ?? 0) >= upTo;
    try {
      if (!isRead && upTo > mark.sent) await send(DOCUMENTS[kind], { conversationId, upTo });
      mark.sent = Math.max(mark.sent, upTo);
    } catch {
      // It stays wanted: `retry` is called when the connection is back, and the next message marks further.
    }
    mark.timer = undefined;
    if (mark.wanted > upTo) schedule(`${kind} ${conversationId}`, mark);
  }

  return {
    mark(kind, conversationId, upTo) {
      const key = `${kind} ${conversationId}`;
      const mark = marks.get(key) ?? { wanted: 0, sent: 0 };
      marks.set(key, mark);
      if (upTo <= mark.wanted && upTo <= mark.sent) return;
      mark.wanted = Math.max(mark.wanted, upTo);
      schedule(key, mark);
    },
    retry() {
      for (const [key, mark] of marks) if (mark.wanted > mark.sent) schedule(key, mark);
    },
    stop() {
      for (const mark of marks.values()) clearTimeout(mark.timer);
      marks.clear();
    },
  };
}
