import { useSession } from '../../../lib/session/session.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { RestoredPage } from '../../activity-list/index.ts';
import { NotificationList } from './NotificationList.tsx';

/** What happened to the one who is signed in. */
export function NotificationsScreen() {
  const session = useSession();
  return (
    <RestoredPage>
      <title>Notifications · Cruddur</title>
      <meta name="robots" content="noindex" />
      {session.status === 'person' && <NotificationList userId={session.person.userId} />}
      {session.status === 'guest' && (
        <EmptyState
          icon="bell"
          title="Notifications are for people with an account"
          level={1}
          action={
            <ButtonLink to="/sign-in" state={{ from: '/notifications' }} kind="primary">
              Sign in
            </ButtonLink>
          }
        >
          Here you would see who liked, answered or followed you.
        </EmptyState>
      )}
    </RestoredPage>
  );
}
