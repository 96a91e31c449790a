import { useEffect, useState, type ReactNode } from 'react';
import { crudKey, isLive } from '../../lib/data/activity.ts';
import { removeActivity } from '../../lib/data/cache/cache.ts';
import type { Activity } from '../../lib/data/types.ts';
import { useClock } from '../../lib/time/clock.ts';
import { CrudCard } from '../crud/index.ts';
import styles from './ActivityList.module.css';

interface ListItemProps {
  activity: Activity;
  /** Set while it is on its way, or did not get through. */
  pending?: { footer: ReactNode; busy: boolean };
  position: number;
  count: number;
}

const COLLAPSE_MS = 320;

/** A crud in a list: at the moment it expires it folds away. */
export function ListItem({ activity, pending, position, count }: ListItemProps) {
  const expired = useClock((now) => !pending && !isLive(activity, now));
  const [folded, setFolded] = useState(false);
  const { id } = activity;

  useEffect(() => {
    if (!expired) return undefined;
    setFolded(true);
    const timer = setTimeout(() => removeActivity(id), COLLAPSE_MS);
    return () => clearTimeout(timer);
  }, [expired, id]);

  return (
    <div className={styles.item} data-crud-key={crudKey(activity)} data-folded={folded || undefined}>
      <div className={styles.fold}>
        <CrudCard
          activity={activity}
          pending={pending}
          tabIndex={0}
          aria-posinset={position}
          aria-setsize={count}
          className={styles.card}
        />
      </div>
    </div>
  );
}
