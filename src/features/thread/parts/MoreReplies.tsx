import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { explain } from '../../../lib/errors/explain.ts';
import { Button } from '../../../ui/Button.tsx';
import { loadMoreReplies } from '../thread-query.ts';
import styles from './Thread.module.css';

interface MoreRepliesProps {
  /** Whose page it is. */
  threadOf: string;
  /** Whose further replies it loads. */
  parentId: string;
  /** Loads by itself when the reader comes near. */
  automatic?: boolean;
}

/** Loads the next replies of one branch, and says what went wrong when they don't come. */
export function MoreReplies({ threadOf, parentId, automatic }: MoreRepliesProps) {
  const place = useRef<HTMLDivElement>(null);
  const { mutate, isPending, error } = useMutation({ mutationFn: () => loadMoreReplies(threadOf, parentId) });
  const waits = automatic && !isPending && !error;
  const onNear = useEffectEvent(() => mutate());

  useEffect(() => {
    if (!waits) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), {
      rootMargin: '800px',
    });
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, [waits]);

  return (
    <div ref={place} className={styles.moreReplies}>
      {error && (
        <p role="alert" className={styles.quiet}>
          {explain(error).title}. {explain(error).advice}
        </p>
      )}
      <Button kind="quiet" icon="down" busy={isPending} onClick={() => mutate()}>
        {error ? 'Try again' : 'Show more replies'}
      </Button>
    </div>
  );
}
