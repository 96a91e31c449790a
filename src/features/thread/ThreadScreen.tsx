import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { isLive } from '../../lib/data/activity.ts';
import { toAppError } from '../../lib/errors/to-app-error.ts';
import { useFreshOnArrival } from '../../lib/query/use-fresh-on-arrival.ts';
import { useClock } from '../../lib/time/clock.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ErrorState } from '../../ui/StateCard.tsx';
import { RestoredPage } from '../activity-list/index.ts';
import { CrudSkeleton } from '../crud/index.ts';
import { Gone, type GoneReason } from './parts/Gone.tsx';
import { Thread } from './parts/Thread.tsx';
import { threadQuery } from './thread-query.ts';

const GONE: Readonly<Record<string, GoneReason>> = {
  Expired: 'expired',
  NotFound: 'missing',
  InvalidId: 'missing',
};

/** The page of one crud: what it answers, it, and what answers it; or that it is gone. */
export function ThreadScreen() {
  const { id = '' } = useParams();
  const options = threadQuery(id);
  const query = useQuery(options);
  useFreshOnArrival(options.queryKey);
  const thread = query.data;
  const focused = thread?.focused;
  const live = useClock((now) => Boolean(focused && isLive(focused, now)));
  const reason = query.error ? GONE[toAppError(query.error).type] : focused && !live ? 'expired' : undefined;
  const gone = reason ?? (query.isSuccess && !focused ? 'removed' : undefined);
  const isReply = Boolean(focused?.parentId);
  return (
    <RestoredPage key={id}>
      <title>{focused && !gone ? `${focused.author.displayName} on Cruddur` : 'Crud · Cruddur'}</title>
      <meta
        name="robots"
        content={focused && !gone ? `unavailable_after: ${focused.expiresAt}` : 'noindex'}
      />
      <PageHeader title={isReply ? 'Reply' : 'Crud'} />
      {query.isPending && (
        <div aria-busy="true" aria-label="Loading the crud">
          <CrudSkeleton />
        </div>
      )}
      {gone && <Gone reason={gone} />}
      {query.error && !gone && !thread && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      )}
      {thread && focused && !gone && (
        <Thread
          thread={{ ...thread, focused }}
          loading={query.isPlaceholderData && !query.error}
          error={query.isPlaceholderData ? query.error : null}
          onRetry={() => void query.refetch()}
        />
      )}
    </RestoredPage>
  );
}
