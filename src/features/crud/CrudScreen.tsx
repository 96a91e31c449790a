import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import { toAppError } from '../../lib/errors/to-app-error.ts';
import { useClock } from '../../lib/time/clock.ts';
import { ButtonLink, IconButton } from '../../ui/Button.tsx';
import { EmptyState, ErrorState } from '../../ui/StateCard.tsx';
import { activityQuery } from './activity-query.ts';
import { isLive } from '../../lib/data/activity.ts';
import { CrudCard } from './card/CrudCard.tsx';
import { CrudSkeleton } from './card/CrudSkeleton.tsx';
import styles from './CrudScreen.module.css';

/** The page of one crud: it, or that it is gone. */
export function CrudScreen() {
  const { id = '' } = useParams();
  const query = useQuery(activityQuery(id));
  const activity = query.data;
  const live = useClock((now) => Boolean(activity && isLive(activity, now)));
  const gone = query.error ? isGone(query.error) : query.isSuccess && !live;
  const title = activity && live ? `${activity.author.displayName} on Cruddur` : 'Crud · Cruddur';
  return (
    <>
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <header className={styles.header}>
        <BackButton />
        <h1 className={styles.title}>Crud</h1>
      </header>
      {query.isPending && (
        <div aria-busy="true" aria-label="Loading the crud">
          <CrudSkeleton />
        </div>
      )}
      {gone && <Gone />}
      {query.error && !gone && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      )}
      {activity && live && <CrudCard activity={activity} />}
    </>
  );
}

const isGone = (error: Error): boolean => /^(InvalidId|NotFound|Expired)$/.test(toAppError(error).type);

function Gone() {
  return (
    <EmptyState
      icon="hourglass"
      title="This crud has expired"
      action={
        <ButtonLink to="/" kind="primary">
          See what is new
        </ButtonLink>
      }
    >
      Everything here fades after the time its author chose. If the link is not complete, it may also never
      have existed.
    </EmptyState>
  );
}

/** Goes back where one came from; to the home feed when this page was opened by a link from outside. */
function BackButton() {
  const navigate = useNavigate();
  const { key } = useLocation();
  const goBack = (): void => void (key === 'default' ? navigate('/') : navigate(-1));
  return <IconButton icon="back" label="Back" onClick={goBack} />;
}
