import { dataClient } from '../../../lib/data/client.ts';

// `notifies` alone: the server filters on it, and what it is about is asked for (docs/adr/0006).
const DOCUMENTS = [
  'subscription OnNotification { onNotification { notifies } }',
  'subscription OnNewFollower { onNewFollower { notifies } }',
];

interface Subscribable {
  subscribe(handlers: { next: () => void; error: (error: unknown) => void }): { unsubscribe(): void };
}

interface Handlers {
  /** Something may be new. */
  next: () => void;
  /** One of the subscriptions is over and will not come back by itself. */
  error: () => void;
}

/** Listens to the signals that something happened to the caller. Returns what ends it. */
export function subscribeToSignals({ next, error }: Handlers): () => void {
  const subscriptions = DOCUMENTS.map((query) =>
    (dataClient().graphql({ query, authMode: 'userPool' }) as Subscribable).subscribe({ next, error }),
  );
  return () => {
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}
