import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { toAppError } from '../../lib/errors/to-app-error.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { useSession } from '../../lib/session/session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState, ErrorState } from '../../ui/StateCard.tsx';
import { useOutbox } from '../compose/index.ts';
import { crudKey } from '../../lib/data/activity.ts';
import { CrudSkeleton } from '../crud/index.ts';
import { homeFeedQuery } from './feed-query.ts';
import { FeedEnd } from './FeedEnd.tsx';
import { FeedItem } from './FeedItem.tsx';
import { itemsOf } from './model/feed.ts';
import { pendingActivity } from './pending-activity.ts';
import { useFeedKeys } from './use-feed-keys.ts';
import styles from './Feed.module.css';

const SKELETONS = [1, 2, 3, 4, 5, 6];

/** Everybody's cruds, with one's own that are on their way at the top. */
export function Feed() {
  const list = useRef<HTMLDivElement>(null);
  const session = useSession();
  const person = session.status === 'person' ? session.person : undefined;
  const outbox = useOutbox(person?.userId);
  const query = useInfiniteQuery(homeFeedQuery);
  const posted = useMemo(() => itemsOf(query.data), [query.data]);
  useFeedKeys(list);

  const known = new Set(posted.map(crudKey));
  const onTheWay = person
    ? outbox
        .map((entry) => ({ entry, activity: pendingActivity(entry, person) }))
        .filter(({ activity }) => !known.has(crudKey(activity)))
    : [];
  const empty = query.isSuccess && posted.length === 0 && onTheWay.length === 0 && !query.hasNextPage;
  const count = query.hasNextPage ? -1 : posted.length + onTheWay.length;

  function retry(): void {
    if (toAppError(query.error).type === 'InvalidCursor') void queryClient.resetQueries(homeFeedQuery);
    else if (query.data) void query.fetchNextPage();
    else void query.refetch();
  }

  return (
    <div ref={list} className={styles.feed}>
      {/* A feed holds articles alone; what tells about its state stands beside it. */}
      {posted.length + onTheWay.length > 0 && (
        <div role="feed" aria-label="Home feed" aria-busy={query.isFetching} className={styles.feed}>
          {onTheWay.map(({ entry, activity }, index) => (
            <FeedItem
              key={crudKey(activity)}
              activity={activity}
              pending={entry}
              position={index + 1}
              count={count}
            />
          ))}
          {posted.map((activity, index) => (
            <FeedItem
              key={crudKey(activity)}
              activity={activity}
              position={onTheWay.length + index + 1}
              count={count}
            />
          ))}
        </div>
      )}
      {query.isPending && SKELETONS.map((number) => <CrudSkeleton key={number} />)}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={retry} busy={query.isFetching} />
      )}
      {empty && <EmptyFeed isGuest={!person} />}
      {query.data && !empty && (
        <FeedEnd
          hasMore={query.hasNextPage}
          loading={query.isFetchingNextPage}
          error={query.isFetchNextPageError ? query.error : undefined}
          onMore={retry}
        />
      )}
    </div>
  );
}

function EmptyFeed({ isGuest }: { isGuest: boolean }) {
  return (
    <EmptyState
      title="All quiet"
      action={
        isGuest && (
          <ButtonLink to="/sign-up" kind="primary">
            Join and post the first
          </ButtonLink>
        )
      }
    >
      Every crud has faded. {isGuest ? 'Be the one who starts again.' : 'Write one, and you start again.'}
    </EmptyState>
  );
}
