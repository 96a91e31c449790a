import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ListEnd } from '../../ui/ListEnd.tsx';
import { ErrorState } from '../../ui/StateCard.tsx';
import type { Page } from './api/moderation.ts';
import styles from './Moderation.module.css';

interface EntryListProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  label: string;
  entry: (item: Item) => ReactNode;
  empty: ReactNode;
}

/** Reports, or entries of the log, as far as one reads on. */
export function EntryList<Item extends { id: string }>({ query, label, entry, empty }: EntryListProps<Item>) {
  if (query.isPending) {
    return (
      <div className={styles.list} aria-busy="true" role="group" aria-label={label}>
        {[1, 2, 3].map((number) => (
          <div key={number} className={styles.card}>
            <Skeleton width="40%" />
            <Skeleton width="80%" />
          </div>
        ))}
      </div>
    );
  }
  if (!query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0 && !query.hasNextPage) return empty;
  return (
    <>
      <ol className={styles.list} aria-label={label}>
        {items.map((item) => (
          <li key={item.id}>{entry(item)}</li>
        ))}
      </ol>
      {(query.hasNextPage || query.isFetchNextPageError) && <ListEnd query={query} />}
    </>
  );
}
