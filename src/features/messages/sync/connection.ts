import type { Pauses } from './pauses.ts';
import { backoff, type Transport } from './transport.ts';
import type { ConversationEvent } from './types.ts';

/** `lost`: tell the person; it reconnects by itself. */
export type ConnectionState = 'connecting' | 'live' | 'lost';

interface ConnectionParts {
  transport: Transport;
  pauses: Pauses;
  /** The first pause before reconnecting, in milliseconds. */
  reconnectAfter: number;
  changed(state: ConnectionState): void;
  /** The server has acknowledged: what happened before has to be asked for. */
  opened(): void;
  event(event: ConversationEvent): void;
}

/** Listens to events, and again with a growing pause whenever that ends. */
export function createConnection(parts: ConnectionParts) {
  let stopped = true;
  let stopListening = (): void => undefined;

  function listen(failures: number): void {
    let wasOpened = false;
    stopListening = parts.transport.listen({
      opened() {
        wasOpened = true;
        parts.changed('live');
        parts.opened();
      },
      event: parts.event,
      closed() {
        if (stopped) return;
        parts.changed('lost');
        const next = wasOpened ? 0 : failures + 1;
        void parts.pauses.pause(backoff(next, parts.reconnectAfter)).then(() => {
          if (!stopped) listen(next);
        });
      },
    });
  }

  return {
    isStopped: (): boolean => stopped,
    start(): void {
      stopped = false;
      listen(0);
    },
    stop(): void {
      stopped = true;
      stopListening();
    },
  };
}
