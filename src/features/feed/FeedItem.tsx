import { useEffect, useState } from 'react';
import type { Activity } from '../../lib/data/types.ts';
import { useClock } from '../../lib/time/clock.ts';
import { crudKey, isLive } from '../../lib/data/activity.ts';
import { CrudCard } from '../crud/index.ts';
import { PendingFooter, type OutboxEntry } from '../compose/index.ts';
import { removeCrud } from './feed-query.ts';
import styles from './Feed.module.css';

interface FeedItemProps {
  activity: Activity;
  /** Set while it is on its way, or did not get through. */
  pending?: OutboxEntry;
  position: number;
  count: number;
}

const COLLAPSE_MS = 320;

/** A crud in the feed: at the moment it expires it folds away. */
export function FeedItem({ activity, pending, position, count }: FeedItemProps) {
  const expired = useClock((now) => !pending && !isLive(activity, now));
  const [folded, setFolded] = useState(false);
  const key = crudKey(activity);

  useEffect(() => {
    if (!expired) return undefined;
    setFolded(true);
    const timer = setTimeout(() => removeCrud(key), COLLAPSE_MS);
    return () => clearTimeout(timer);
  }, [expired, key]);

  return (
    <div className={styles.item} data-crud-key={key} data-folded={folded || undefined}>
      <div className={styles.fold}>
        <CrudCard
          activity={activity}
          opens={!pending}
          tabIndex={0}
          aria-posinset={position}
          aria-setsize={count}
          aria-busy={pending?.state === 'sending' || undefined}
          className={styles.card}
          footer={pending && <PendingFooter userId={activity.author.id} entry={pending} />}
        />
      </div>
    </div>
  );
}
