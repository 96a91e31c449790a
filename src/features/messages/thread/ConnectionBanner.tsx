import { useEffect, useRef } from 'react';
import { useOnline } from '../../../lib/live/use-online.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { announce } from '../../../ui/toast-store.ts';
import { useMessaging, useSync } from '../live/context.ts';
import styles from './ConnectionBanner.module.css';

/** Says that the connection is lost; gone when it is back. Without any network the page's own bar says it already. */
export function ConnectionBanner() {
  const { sync } = useMessaging();
  const connection = useSync((state) => state.connection);
  const isOnline = useOnline();
  const wasLost = useRef(false);
  useEffect(() => {
    if (connection === 'live' && wasLost.current) announce('Connected again.');
    wasLost.current = connection === 'lost' || (wasLost.current && connection === 'connecting');
  }, [connection]);
  if (connection !== 'lost' || !isOnline) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon name="offline" />
      <span className={styles.text}>
        The connection is lost. It is being restored; nothing that you write or miss gets lost.
      </span>
      <Button kind="quiet" onClick={sync.tryNow}>
        Try now
      </Button>
    </div>
  );
}
