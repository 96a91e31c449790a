import { waking } from '../../lib/data/waking.ts';
import { useOnline } from '../../lib/live/use-online.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './StatusBar.module.css';

/** Says what everything waits for: the network, or a database that is waking up. */
export function StatusBar() {
  const online = useOnline();
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
