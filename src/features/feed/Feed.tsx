import { useSession } from '../../lib/session/session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/StateCard.tsx';
import { ActivityList } from '../activity-list/index.ts';
import { usePending } from '../compose/index.ts';
import { homeFeedQuery } from './feed-query.ts';

/** Everybody's cruds, with one's own that are on their way at the top. */
export function Feed() {
  const { status } = useSession();
  const pending = usePending().filter(({ activity }) => !activity.parentId);
  return (
    <ActivityList
      query={homeFeedQuery}
      label="Home feed"
      pending={pending}
      empty={<EmptyFeed isGuest={status !== 'person'} />}
      live
    />
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
