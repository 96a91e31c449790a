import { useSession } from '../../lib/session/session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/StateCard.tsx';
import { ActivityList } from '../activity-list/index.ts';
import { PendingFooter, useOutbox } from '../compose/index.ts';
import { homeFeedQuery } from './feed-query.ts';
import { pendingActivity } from './pending-activity.ts';

/** Everybody's cruds, with one's own that are on their way at the top. */
export function Feed() {
  const session = useSession();
  const person = session.status === 'person' ? session.person : undefined;
  const outbox = useOutbox(person?.userId);
  const pending = person
    ? outbox.map((entry) => ({
        activity: pendingActivity(entry, person),
        footer: <PendingFooter userId={person.userId} entry={entry} />,
        busy: entry.state === 'sending',
      }))
    : [];
  return (
    <ActivityList
      query={homeFeedQuery}
      label="Home feed"
      pending={pending}
      empty={<EmptyFeed isGuest={!person} />}
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
