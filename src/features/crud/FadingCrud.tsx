import { useEffect, useState, type ReactNode } from 'react';
import { crudKey, isLive } from '../../lib/data/activity.ts';
import { removeActivity } from '../../lib/data/cache/cache.ts';
import type { Activity } from '../../lib/data/types.ts';
import { useClock } from '../../lib/time/clock.ts';
import { classNames } from '../../ui/class-names.ts';
import { CrudCard } from './card/CrudCard.tsx';
import styles from './FadingCrud.module.css';

interface FadingCrudProps {
  activity: Activity;
  /** Set while it is on its way, or did not get through. */
  pending?: { footer: ReactNode; busy: boolean };
  /** In a thread it stands under what it answers. */
  inThread?: boolean;
  /** In a feed: which one it is, and of how many (-1: nobody knows). */
  position?: number;
  count?: number;
}

const COLLAPSE_MS = 320;
/** What a card is made of on a phone, in pixels: about its bars, a line of text, what it quotes, whom it answers. */
const HEIGHTS = { frame: 140, line: 26, letters: 34, quote: 150, context: 26 };

/** How high a card about is, for as long as it has not been drawn: rather too high, or it would reach into the next one. */
function estimatedHeight({ message, hasQuote, parentId, repostedBy }: Activity): number {
  const { frame, line, letters, quote, context } = HEIGHTS;
  const lines = message.split('\n').reduce((sum, part) => sum + 1 + Math.floor(part.length / letters), 0);
  const more = (hasQuote ? quote : 0) + (parentId || repostedBy ? context : 0);
  return frame + lines * line + more;
}

/** A crud in a list: at the moment it expires it folds away, and is gone wherever else it was. */
export function FadingCrud({ activity, pending, inThread, position, count }: FadingCrudProps) {
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
    <div
      className={classNames(styles.item, inThread && styles.inThread)}
      data-crud-key={crudKey(activity)}
      data-folded={folded || undefined}
      style={{ containIntrinsicBlockSize: `auto ${estimatedHeight(activity)}px` }}
    >
      <div className={styles.fold}>
        <CrudCard
          activity={activity}
          pending={pending}
          inThread={inThread}
          tabIndex={0}
          aria-posinset={position}
          aria-setsize={count}
          className={styles.card}
        />
      </div>
    </div>
  );
}
