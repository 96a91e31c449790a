import { useStore } from '../../lib/store/create-store.ts';
import { useClock } from '../../lib/time/clock.ts';
import { waitingCount } from './model/waiting.ts';
import { goToTop } from './go-to-top.ts';
import { waitingCruds } from './live/waiting-store.ts';
import { NewPill } from './NewPill.tsx';

/** What waits for the home feed: in the window's title, and to be shown. */
export function NewCrudsPill() {
  const waiting = useStore(waitingCruds);
  const count = useClock((now) => waitingCount(waiting, now));
  return (
    <>
      <title>{count > 0 ? `(${count}) Cruddur` : 'Cruddur: short posts that fade away'}</title>
      <NewPill count={count} more={waiting.gap !== null} onShow={goToTop} />
    </>
  );
}
