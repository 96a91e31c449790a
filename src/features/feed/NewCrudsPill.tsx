import { useShortcut } from '../../lib/shortcuts/shortcuts.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { useClock } from '../../lib/time/clock.ts';
import { Icon } from '../../ui/Icon.tsx';
import { pillLabel, waitingCount } from './model/waiting.ts';
import { goToTop } from './go-to-top.ts';
import { waitingCruds } from './live/waiting-store.ts';
import styles from './NewCrudsPill.module.css';

/** Says how many new cruds wait, and shows them. It takes no room, so that the feed doesn't move. */
export function NewCrudsPill() {
  const waiting = useStore(waitingCruds);
  const count = useClock((now) => waitingCount(waiting, now));
  useShortcut('.', 'Show new cruds', goToTop, count > 0);
  const label = pillLabel(count, waiting.gap !== null);
  return (
    <>
      <title>{count > 0 ? `(${count}) Cruddur` : 'Cruddur: short posts that fade away'}</title>
      <div className={styles.place}>
        {count > 0 && (
          <button type="button" className={styles.pill} onClick={goToTop}>
            <Icon name="up" size={18} />
            {label}
          </button>
        )}
      </div>
    </>
  );
}
