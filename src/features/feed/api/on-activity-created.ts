import { ACTIVITY_FIELDS } from '../../../lib/data/fields.ts';
import { dataClient } from '../../../lib/data/client.ts';
import { authMode } from '../../../lib/data/request.ts';
import type { Activity } from '../../../lib/data/types.ts';

// `pulse` must be there: the server filters on it.
const DOCUMENT = `subscription OnActivityCreated { onActivityCreated { ${ACTIVITY_FIELDS} pulse } }`;

interface Handlers {
  next: (activity: Activity) => void;
  /** The subscription is over and will not come back by itself. */
  error: (error: unknown) => void;
}

interface Subscribable {
  subscribe(handlers: {
    next: (event: { data: { onActivityCreated: Activity | null } }) => void;
    error: (error: unknown) => void;
  }): { unsubscribe(): void };
}

/** Listens to the signal that there are new cruds: at most one in two seconds, with the crud that was first. */
export async function subscribeToNewCruds({ next, error }: Handlers): Promise<() => void> {
  const observable = dataClient().graphql({ query: DOCUMENT, authMode: await authMode() });
  const subscription = (observable as Subscribable).subscribe({
    next: ({ data }) => data.onActivityCreated && next(data.onActivityCreated),
    error,
  });
  return () => subscription.unsubscribe();
}
