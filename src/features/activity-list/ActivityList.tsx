import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { crudKey } from '../../lib/data/activity.ts';
import type { Activity } from '../../lib/data/types.ts';
import { toAppError } from '../../lib/errors/to-app-error.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { useFreshOnArrival } from '../../lib/query/use-fresh-on-arrival.ts';
import { ListEnd } from '../../ui/ListEnd.tsx';
import { ErrorState } from '../../ui/StateCard.tsx';
import { CrudSkeleton, FadingCrud } from '../crud/index.ts';
import type { ActivityListQuery } from './list-query.ts';
import { firstPageOf, itemsOf } from '../../lib/data/pages.ts';
import { useListKeys } from './use-list-keys.ts';
import { isPlaceKnown } from './use-restored-place.ts';
import styles from './ActivityList.module.css';

/** React Router's name of the entry with which the app was opened, which it keeps when one goes back to it. */
const FIRST_ENTRY = 'default';
const SKELETONS = [1, 2, 3, 4, 5, 6];

interface ActivityListProps {
  query: ActivityListQuery;
  /** What the list is, for screen readers. */
  label: string;
  /** Stands there when there is nothing: an EmptyState. */
  empty: ReactNode;
  /** Said under the last one. */
  end?: ReactNode;
  /** On top: one's own cruds on their way, each with what stands under it. Those that the list has too are left out. */
  pending?: readonly { activity: Activity; footer: ReactNode; busy: boolean }[];
  /** Set where something else keeps the list up to date; others are read anew when somebody comes to them anew. */
  live?: boolean;
}

/** A list of cruds, as long as one reads on. Use it inside a `RestoredPage`. */
export function ActivityList({ query: options, label, empty, end, pending = [], live }: ActivityListProps) {
  const list = useRef<HTMLDivElement>(null);
  const query = useInfiniteQuery(options);
  const { key: entry } = useLocation();
  // The first page is drawn in slices, so that a slow phone answers its reader meanwhile. What is there already, when one
  // goes back, and all later changes are drawn at once.
  const isThere = query.data !== undefined;
  const isFirstVisit = entry === FIRST_ENTRY && !isPlaceKnown(entry);
  const isDrawn = useDeferredValue(isThere, isThere && !isFirstVisit);
  const items = useMemo(() => (isDrawn ? itemsOf(query.data) : []), [query.data, isDrawn]);
  useListKeys(list);
  useFreshOnArrival(options.queryKey, !live, () =>
    queryClient.setQueryData(options.queryKey, (data) => data && firstPageOf(data)),
  );

  const known = new Set(items.map(crudKey));
  const onTheWay = pending.filter(({ activity }) => !known.has(crudKey(activity)));
  // One list, so that a crud that gets through stays the same element: a click on it at that moment is not lost.
  const rows = [
    ...onTheWay.map((entry) => ({ activity: entry.activity, onItsWay: entry })),
    ...items.map((activity) => ({ activity, onItsWay: undefined })),
  ];
  const shown = rows.length;
  const isEmpty = query.isSuccess && isDrawn && shown === 0 && !query.hasNextPage;
  const count = query.hasNextPage ? -1 : shown;

  function retry(): void {
    if (toAppError(query.error).type === 'InvalidCursor') void queryClient.resetQueries(options);
    else if (query.data) void query.fetchNextPage();
    else void query.refetch();
  }

  return (
    <div ref={list} className={styles.feed}>
      {/* A feed holds articles alone; what tells about its state stands beside it. */}
      {shown > 0 && (
        <div role="feed" aria-label={label} aria-busy={query.isFetching} className={styles.feed}>
          {rows.map(({ activity, onItsWay }, index) => (
            <FadingCrud
              key={crudKey(activity)}
              activity={activity}
              pending={onItsWay}
              position={index + 1}
              count={count}
            />
          ))}
        </div>
      )}
      {(query.isPending || (query.data && !isDrawn)) &&
        SKELETONS.map((number) => <CrudSkeleton key={number} />)}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={retry} busy={query.isFetching} />
      )}
      {isEmpty && empty}
      {query.data && isDrawn && !isEmpty && (
        <ListEnd query={query} onMore={retry}>
          {end}
        </ListEnd>
      )}
    </div>
  );
}
