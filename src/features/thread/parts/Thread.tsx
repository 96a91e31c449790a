import { useLayoutEffect, useRef } from 'react';
import { useNavigationType } from 'react-router';
import type { ThreadData } from '../../../lib/data/thread.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { ErrorState } from '../../../ui/StateCard.tsx';
import { useListKeys } from '../../activity-list/index.ts';
import { CrudSkeleton, FadingCrud } from '../../crud/index.ts';
import { NewReplies } from '../live/NewReplies.tsx';
import { FocusedCrud } from './FocusedCrud.tsx';
import { Replies } from './Replies.tsx';
import { ReplyBox } from './ReplyBox.tsx';
import styles from './Thread.module.css';

interface ThreadProps {
  thread: ThreadData & { focused: Activity };
  /** Only the crud itself is there; the rest is on its way. */
  loading: boolean;
  /** Why the rest did not come. */
  error: unknown;
  onRetry: () => void;
}

/** What a crud answers, it, and what answers it. */
export function Thread({ thread, loading, error, onRetry }: ThreadProps) {
  const root = useRef<HTMLDivElement>(null);
  const focusedCard = useRef<HTMLDivElement>(null);
  const { focused, ancestors } = thread;
  useListKeys(root);
  useSteadyPlace(focusedCard, ancestors.length);
  return (
    <div ref={root} className={styles.thread}>
      {ancestors.length > 0 && (
        <ol className={styles.ancestors} aria-label="What it answers">
          {ancestors.map((activity) => (
            <li key={activity.id}>
              <FadingCrud activity={activity} inThread />
            </li>
          ))}
        </ol>
      )}
      <div ref={focusedCard} className={styles.focused}>
        <FocusedCrud activity={focused} />
      </div>
      <ReplyBox to={focused} />
      {loading && [1, 2].map((number) => <CrudSkeleton key={number} />)}
      {Boolean(error) && <ErrorState error={error} onRetry={onRetry} />}
      {!loading && !error && (
        <>
          <Replies thread={thread} />
          <NewReplies thread={thread} />
        </>
      )}
    </div>
  );
}

/**
 * When what a crud answers comes in above it, the crud stays where the reader sees it. Opened by its address, it begins at
 * the top of the window, with what it answers scrolled out above.
 */
function useSteadyPlace(card: React.RefObject<HTMLElement | null>, above: number): void {
  const arrivedBy = useNavigationType();
  const seen = useRef<{ above: number; top: number }>(undefined);
  useLayoutEffect(() => {
    const element = card.current!;
    const before = seen.current;
    if (!before && above > 0 && arrivedBy !== 'POP') {
      requestAnimationFrame(() => element.scrollIntoView({ block: 'start' }));
    }
    if (before && before.above < above) scrollBy(0, element.getBoundingClientRect().top - before.top);
    seen.current = { above, top: element.getBoundingClientRect().top };
  }, [card, above, arrivedBy]);
}
