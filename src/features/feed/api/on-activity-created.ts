import { ACTIVITY_FIELDS } from '../../../lib/data/fields.ts';
import { subscribe } from '../../../lib/data/subscribe.ts';
import type { Activity } from '../../../lib/data/types.ts';

// `pulse` must be there: the server filters on it.
const DOCUMENT = `subscription OnActivityCreated { onActivityCreated { ${ACTIVITY_FIELDS} pulse } }`;

interface Handlers {
  next: (activity: Activity) => void;
  /** The subscription is over and will not come back by itself. */
  error: (error: unknown) => void;
}

/** Listens to the signal that there are new cruds: at most one in two seconds, with the crud that was first. */
export function subscribeToNewCruds({ next, error }: Handlers): Promise<() => void> {
  return subscribe<{ onActivityCreated: Activity | null }>(
    DOCUMENT,
    {},
    { next: ({ onActivityCreated }) => onActivityCreated && next(onActivityCreated), error },
  );
}
