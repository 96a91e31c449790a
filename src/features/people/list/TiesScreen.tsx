import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { profilePath } from '../../../lib/data/full-profile.ts';
import { useSession } from '../../../lib/session/session.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState, ErrorState } from '../../../ui/StateCard.tsx';
import type { TieList } from '../api/lists.ts';
import { NobodyHere } from '../profile/NobodyHere.tsx';
import { profileQuery } from '../profile/profile-query.ts';
import { PeopleList } from './PeopleList.tsx';
import { tiesQuery } from './people-query.ts';
import { TiesHeader } from './TiesHeader.tsx';
import styles from './Ties.module.css';

/** Who follows somebody: `/@handle/followers`. */
export function FollowersScreen() {
  return <TiesScreen list="followers" />;
}

/** Whom somebody follows: `/@handle/following`. */
export function FollowingScreen() {
  return <TiesScreen list="following" />;
}

function TiesScreen({ list }: { list: TieList }) {
  const { handle = '' } = useParams();
  const { status } = useSession();
  const query = useQuery(profileQuery(handle.slice(1)));
  const profile = query.data;
  if (profile === null) return <NobodyHere handle={handle} />;
  return (
    <div className={styles.page}>
      <meta name="robots" content="noindex" />
      <TiesHeader
        handle={profile?.handle ?? handle.slice(1)}
        displayName={profile?.displayName}
        list={list}
      />
      {query.isError && !profile && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      )}
      {profile && status === 'person' && <Ties profile={profile} list={list} />}
      {profile && status === 'guest' && <ForMembers handle={profile.handle} list={list} />}
    </div>
  );
}

function Ties({ profile, list }: { profile: FullProfile; list: TieList }) {
  const { id, handle } = profile;
  const isFollowers = list === 'followers';
  return (
    <PeopleList
      key={list}
      query={tiesQuery(list, id)}
      label={isFollowers ? `Followers of @${handle}` : `People whom @${handle} follows`}
      empty={
        <EmptyState icon="users" title={isFollowers ? 'No followers yet' : 'Nobody yet'}>
          {isFollowers ? `Nobody follows @${handle} yet.` : `@${handle} does not follow anybody yet.`}
        </EmptyState>
      }
    />
  );
}

function ForMembers({ handle, list }: { handle: string; list: TieList }) {
  return (
    <EmptyState
      icon="lock"
      title="For members"
      action={
        <ButtonLink to="/sign-up" state={{ from: `${profilePath(handle)}/${list}` }} kind="primary">
          Join Cruddur
        </ButtonLink>
      }
    >
      Who follows whom is for people who have an account here.
    </EmptyState>
  );
}
