import { useEffect } from 'react';
import { prefetchActions } from '../../features/crud/index.ts';
import { useSession } from '../../lib/session/session.ts';

/** Draws nothing; keeps what a signed-in person has on screen up to date. This code comes after the page. */
export function LiveCruds() {
  const session = useSession();
  const userId = session.status === 'person' ? session.person.userId : undefined;
  useEffect(() => {
    if (!userId) return undefined;
    prefetchActions();
    let stop: (() => void) | undefined;
    let over = false;
    import('../../features/live/index.ts').then(
      ({ watchScreen }) => {
        if (!over) stop = watchScreen();
      },
      () => {
        // Without it the page is as it was loaded; a reload brings it back.
      },
    );
    return () => {
      over = true;
      stop?.();
    };
  }, [userId]);
  return null;
}
