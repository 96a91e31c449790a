import type { CONNECTION_STATE_CHANGE, ConnectionState } from '@aws-amplify/api-graphql';
import { Hub } from 'aws-amplify/utils';

const CHANGE: typeof CONNECTION_STATE_CHANGE = 'ConnectionStateChange';

interface ConnectionListener {
  /** `missed`: the connection was away before, so that something may have been missed. */
  connected: (missed: boolean) => void;
  away?: () => void;
}

/**
 * Tells of the real-time connection that all subscriptions share; it is back some time after it broke, and does not send
 * again what happened meanwhile. Returns a function that ends it.
 */
export function followConnection({ connected, away }: ConnectionListener): () => void {
  let missed = false;
  return Hub.listen('api', ({ payload }) => {
    if (payload.event !== CHANGE) return;
    const { connectionState } = payload.data as { connectionState: `${ConnectionState}` };
    if (connectionState === 'Connected') {
      connected(missed);
      missed = false;
    } else if (connectionState !== 'Connecting') {
      missed = true;
      away?.();
    }
  });
}
