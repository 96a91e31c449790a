import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Logo } from './Logo.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './ListEnd.module.css';

interface ListEndProps {
  /** The pages so far. */
  query: Pick<
    UseInfiniteQueryResult,
    'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error' | 'fetchNextPage'
  >;
  /** In place of fetching the next page. */
  onMore?: () => void;
  /** What is said where nothing more comes. */
  children?: ReactNode;
}

/** The last row: loads more before the reader gets there, offers it as a button too, and says where the end is. */
export function ListEnd({ query, onMore = () => void query.fetchNextPage(), children }: ListEndProps) {
  const { hasNextPage: hasMore, isFetchingNextPage: loading } = query;
  const error = query.isFetchNextPageError ? query.error : undefined;
  const sentinel = useRef<HTMLDivElement>(null);
  const automatic = hasMore && !loading && !error;
  const onNear = useEffectEvent(onMore);

  useEffect(() => {
    if (!automatic) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), {
      rootMargin: '1200px',
    });
    observer.observe(sentinel.current!);
    return () => observer.disconnect();
  }, [automatic]);

  if (!hasMore && !error) {
    return (
      <p className={styles.end}>
        <Logo size={24} />
        {children ?? 'That is all there is. The rest has faded.'}
      </p>
    );
  }
  return (
    <div ref={sentinel} className={styles.end}>
      {Boolean(error) && <ErrorNotice error={error} />}
      <Button busy={loading} onClick={onMore}>
        {error ? 'Try again' : loading ? 'Loading more' : 'Load more'}
      </Button>
    </div>
  );
}
