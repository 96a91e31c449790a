import { subscribe } from '../../../lib/data/subscribe.ts';

// `notifies` alone: the server filters on it, and what it is about is asked for (docs/adr/0006).
const DOCUMENTS = [
  'subscription OnNotification { onNotification { notifies } }',
  'subscription OnNewFollower { onNewFollower { notifies } }',
];

interface Handlers {
  /** Something may be new. */
  next: () => void;
  /** One of the subscriptions is over and will not come back by itself. */
  error: () => void;
}

/** Listens to the signals that something happened to the caller. Returns what ends it. */
export function subscribeToSignals({ next, error }: Handlers): () => void {
  const opened = DOCUMENTS.map((document) => subscribe(document, {}, { next, error }));
  for (const opening of opened) opening.catch(error);
  return () => {
    // What could not be opened was told as an error, and has nothing to end.
    for (const opening of opened) void opening.then((end) => end()).catch(() => undefined);
  };
}
