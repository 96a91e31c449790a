import { Link } from 'react-router';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { useSession } from '../../../lib/session/session.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Cover } from '../../../ui/Cover.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { CrudText } from '../../crud/index.ts';
import { messageLink } from '../../messages/index.ts';
import { unmute } from '../block-and-mute.ts';
import { FollowButton } from '../row/FollowButton.tsx';
import { ProfileCounts } from './ProfileCounts.tsx';
import { ProfileFacts } from './ProfileFacts.tsx';
import { ProfileMenu } from './ProfileMenu.tsx';
import styles from './Profile.module.css';

/** Who somebody is: pictures, names, what they say of themselves, and what one can do about it. */
export function ProfileHeader({ profile }: { profile: FullProfile }) {
  const { id, handle, displayName, avatar, cover, bio, followsMe, mutedByMe, blockedByMe } = profile;
  const session = useSession();
  const isOther = session.status === 'person' && session.person.userId !== id;
  const isOwn = session.status === 'person' && session.person.userId === id;
  return (
    <header className={styles.header}>
      <Cover seed={id} cover={cover} className={styles.cover} />
      <div className={styles.top}>
        <span className={styles.avatar}>
          <Avatar seed={id} name={displayName} avatar={avatar} size={104} eager />
        </span>
        <div className={styles.actions}>
          <ProfileMenu profile={profile} />
          {isOther && !blockedByMe && (
            <Link
              to={messageLink(id)}
              className={styles.more}
              aria-label={`Message @${handle}`}
              title="Message"
            >
              <Icon name="envelope" />
            </Link>
          )}
          {isOwn ? (
            <ButtonLink to="/settings/profile" icon="edit">
              Edit profile
            </ButtonLink>
          ) : (
            !blockedByMe && <FollowButton profile={profile} />
          )}
        </div>
      </div>
      <div>
        <h1 className={styles.name}>
          <bdi>{displayName}</bdi>
        </h1>
        <p className={styles.handle}>
          @{handle}
          {followsMe && <span className={styles.mark}>Follows you</span>}
        </p>
      </div>
      {!blockedByMe && bio && <CrudText text={bio} />}
      {!blockedByMe && <ProfileFacts profile={profile} />}
      {!blockedByMe && <ProfileCounts profile={profile} />}
      {mutedByMe && !blockedByMe && (
        <p className={styles.muted}>
          <Icon name="mute" size={18} />
          <span>You muted @{handle}. Their cruds stay out of your feeds.</span>
          <Button kind="quiet" onClick={() => void unmute(profile)}>
            Unmute
          </Button>
        </p>
      )}
    </header>
  );
}
