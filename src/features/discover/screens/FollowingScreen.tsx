import { useSession } from '../../../lib/session/session.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActivityList, RestoredPage } from '../../activity-list/index.ts';
import { FeedTabs } from '../../feed/index.ts';
import { followingQuery } from '../following/following-query.ts';
import { NewFromFollowed } from '../following/NewFromFollowed.tsx';
import { SuggestedPeople } from '../side/SuggestedPeople.tsx';
import styles from './Screens.module.css';

/** Cruds and reposts of those whom one follows, and one's own. */
export function FollowingScreen() {
  const { status } = useSession();
  return (
    <RestoredPage>
      {status !== 'person' && <title>Following · Cruddur</title>}
      <meta name="robots" content="noindex" />
      <h1 className="visually-hidden">Following</h1>
      <FeedTabs />
      {status === 'guest' && <ForMembers what="The feed of those whom you follow" from="/following" />}
      {status === 'person' && <NewFromFollowed />}
      {status === 'person' && (
        <ActivityList
          query={followingQuery}
          label="Following"
          empty={
            <>
              <EmptyState icon="users" title="Follow somebody">
                What they write and repost comes here, newest first.
              </EmptyState>
              <section className={styles.card} aria-label="Who to follow">
                <SuggestedPeople limit={10} />
              </section>
            </>
          }
        />
      )}
    </RestoredPage>
  );
}

/** In the place of what only people with an account have. */
export function ForMembers({ what, from }: { what: string; from: string }) {
  return (
    <EmptyState
      icon="lock"
      title="For members"
      action={
        <ButtonLink to="/sign-up" state={{ from }} kind="primary">
          Join Cruddur
        </ButtonLink>
      }
    >
      {what} is for people who have an account here.
    </EmptyState>
  );
}
