import { usePrefetchInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { useSession } from '../../../lib/session/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState, ErrorState } from '../../../ui/StateCard.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { RestoredPage } from '../../activity-list/index.ts';
import { unblock } from '../block-and-mute.ts';
import { profileCrudsQuery } from './cruds-query.ts';
import { ProfileCruds } from './ProfileCruds.tsx';
import { ProfileHeader } from './ProfileHeader.tsx';
import { ProfileMeta } from './ProfileMeta.tsx';
import { NobodyHere } from './NobodyHere.tsx';
import { profileQuery } from './profile-query.ts';
import { ProfileSkeleton } from './ProfileSkeleton.tsx';
import { PROFILE_TABS, tabAt, tabsOf } from './tabs.ts';
import styles from './Profile.module.css';

/** Somebody's page, at `/@handle` and `/@handle/<tab>`. */
export function ProfileScreen() {
  const { handle = '', tab } = useParams();
  const query = useQuery(profileQuery(handle.slice(1)));
  const profile = query.data;
  const shown = tabAt(tab) ?? PROFILE_TABS[0];
  // Together with who they are, not after it.
  usePrefetchInfiniteQuery(profileCrudsQuery(handle.slice(1), shown));
  return (
    <RestoredPage className={styles.page}>
      {query.isPending && <ProfileSkeleton handle={handle} />}
      {query.isError && !profile && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      )}
      {profile === null && <NobodyHere handle={handle} />}
      {profile && (
        <>
          <ProfileMeta profile={profile} tab={shown} />
          <ProfileHeader profile={profile} />
          {profile.blockedByMe ? <Blocked profile={profile} /> : <Cruds profile={profile} tab={shown} />}
        </>
      )}
    </RestoredPage>
  );
}

function Cruds({ profile, tab }: { profile: FullProfile; tab: (typeof PROFILE_TABS)[number] }) {
  const session = useSession();
  const isOwn = session.status === 'person' && session.person.userId === profile.id;
  return (
    <>
      <Tabs label={`Cruds of @${profile.handle}`} tabs={tabsOf(profile.handle)} stay />
      <ProfileCruds profile={profile} tab={tab} isOwn={isOwn} />
    </>
  );
}

function Blocked({ profile }: { profile: FullProfile }) {
  return (
    <EmptyState
      icon="block"
      title={`You blocked @${profile.handle}`}
      action={<Button onClick={() => void unblock(profile)}>Unblock @{profile.handle}</Button>}
    >
      You see nothing of each other. @{profile.handle} is not told.
    </EmptyState>
  );
}
