import { SEND_MESSAGE } from './documents.ts';
import { nextToSend, type Outbox } from './outbox.ts';
import type { Pauses } from './pauses.ts';
import { backoff, problemOf, type Transport } from './transport.ts';
import type { ConversationEvent } from './types.ts';

interface SenderParts {
  transport: Transport;
  outbox(): Outbox;
  sent(event: ConversationEvent): void;
  failed(clientId: string, problem: string, passing: boolean): void;
  pauses: Pauses;
  /** The first pause after a failure, in milliseconds. */
  firstPause: number;
  isStopped(): boolean;
}

export interface Sender {
  /** Sends what waits in a conversation, one after the other. Does nothing when it is at it already. */
  flush(conversationId: string): void;
}

export function createSender(parts: SenderParts): Sender {
  const busy = new Set<string>();

  async function run(conversationId: string): Promise<void> {
    let failures = 0;
    for (;;) {
      const next = nextToSend(parts.outbox(), conversationId);
      if (!next || parts.isStopped()) return;
      const { clientId, text } = next;
      try {
        parts.sent(await parts.transport.request(SEND_MESSAGE, { conversationId, clientId, text }));
        failures = 0;
      } catch (error) {
        const { problem, passing } = problemOf(error);
        parts.failed(clientId, problem, passing);
        if (passing) {
          await parts.pauses.pause(backoff(failures, problem === 'Conflict' ? 20 : parts.firstPause));
        }
        failures += 1;
      }
    }
  }

  return {
    flush(conversationId) {
      if (busy.has(conversationId)) return;
      busy.add(conversationId);
      void run(conversationId).finally(() => {
        busy.delete(conversationId);
        // Something may have been written between the last look and now.
        if (nextToSend(parts.outbox(), conversationId) && !parts.isStopped()) this.flush(conversationId);
      });
    },
  };
}
