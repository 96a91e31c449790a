import type { ReactNode } from 'react';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActivityList } from '../../activity-list/index.ts';
import { profileCrudsQuery } from './cruds-query.ts';
import type { ProfileTab } from './tabs.ts';

interface ProfileCrudsProps {
  profile: FullProfile;
  tab: ProfileTab;
  isOwn: boolean;
}

/** One tab of somebody's page. */
export function ProfileCruds({ profile, tab, isOwn }: ProfileCrudsProps) {
  const { handle } = profile;
  return (
    <ActivityList
      key={tab.tab}
      query={profileCrudsQuery(handle, tab)}
      label={`${tab.label} of @${handle}`}
      empty={<Nothing tab={tab.tab} handle={isOwn ? undefined : handle} />}
    />
  );
}

/** @param handle undefined for oneself */
function Nothing({ tab, handle }: { tab: ProfileTab['tab']; handle: string | undefined }) {
  const [title, text] = NOTHING[tab](handle);
  return <EmptyState title={title}>{text}</EmptyState>;
}

const NOTHING: Record<ProfileTab['tab'], (handle: string | undefined) => [title: string, text: ReactNode]> = {
  CRUDS: (handle) => [
    'No cruds here',
    handle
      ? `@${handle} has not posted, or everything has faded.`
      : 'What you post stands here until it fades.',
  ],
  REPLIES: (handle) => [
    'No replies here',
    handle
      ? `@${handle} has not answered anybody lately.`
      : 'What you answer others stands here until it fades.',
  ],
  LIKES: (handle) => [
    'No likes here',
    handle
      ? `Nothing that @${handle} liked is still there.`
      : 'What you like stands here until it fades. Everybody can see it.',
  ],
  MEDIA: (handle) => [
    'Nothing here',
    handle ? `No crud of @${handle} has a link.` : 'Your cruds with links stand here until they fade.',
  ],
};
