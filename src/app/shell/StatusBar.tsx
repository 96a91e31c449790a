import { useSyncExternalStore } from 'react';
import { waking } from '../../lib/data/waking.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './StatusBar.module.css';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says what everything waits for: the network, or a database that is waking up. */
export function StatusBar() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const wakingUp = useStore(waking) > 0;
  return (
    <div role="status" className={styles.status}>
      {!online && (
        <p>
          <Icon name="offline" />
          You are offline. What you read stays, and what you write is kept.
        </p>
      )}
      {online && wakingUp && (
        <p>
          <Spinner />
          Waking up the database. This takes about 15 seconds.
        </p>
      )}
    </div>
  );
}
