import { useState } from 'react';
import { useLocation } from 'react-router';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { useSession } from '../../../lib/session/session.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { unblock } from '../block-and-mute.ts';
import { setFollowing } from '../follow.ts';
import styles from './FollowButton.module.css';

interface FollowButtonProps {
  profile: Pick<FullProfile, 'id' | 'handle' | 'displayName' | 'followedByMe' | 'followsMe' | 'blockedByMe'>;
  /** For narrow places. */
  brief?: boolean;
}

/**
 * Follows somebody, or ends it, at once. Visitors are led to join; whom one blocked can be unblocked; beside oneself
 * there is nothing.
 */
export function FollowButton({ profile, brief }: FollowButtonProps) {
  const session = useSession();
  const { pathname } = useLocation();
  if (session.status === 'person' && session.person.userId === profile.id) return null;
  const look = classNames(styles.button, brief && styles.brief);
  if (session.status === 'guest') {
    return (
      <ButtonLink to="/sign-up" state={{ from: pathname }} kind="primary" className={look}>
        Follow<span className="visually-hidden"> {profile.displayName}</span>
      </ButtonLink>
    );
  }
  return profile.blockedByMe ? (
    <UnblockButton profile={profile} />
  ) : (
    <Toggle profile={profile} brief={brief} />
  );
}

/** One element in both states, so that the focus stays on it. */
function Toggle({ profile, brief }: FollowButtonProps) {
  const { displayName, followedByMe, followsMe } = profile;
  // Who has just clicked «Follow» still has the pointer here, and should read that it worked.
  const [settled, setSettled] = useState(true);
  const settle = (): void => setSettled(true);
  return (
    <Button
      kind={followedByMe ? 'secondary' : 'primary'}
      className={classNames(
        styles.button,
        brief && styles.brief,
        followedByMe && settled && styles.following,
      )}
      onPointerLeave={settle}
      onBlur={settle}
      onClick={() => {
        setSettled(followedByMe);
        void setFollowing(profile, !followedByMe);
      }}
    >
      <span className={styles.words}>
        <span className={styles.is}>
          {followedByMe ? 'Following' : followsMe && !brief ? 'Follow back' : 'Follow'}
          <span className="visually-hidden"> {displayName}</span>
        </span>
        {followedByMe && (
          <span className={styles.will} aria-hidden="true">
            Unfollow
          </span>
        )}
      </span>
      {followedByMe && <span className="visually-hidden">. Unfollow</span>}
    </Button>
  );
}

function UnblockButton({ profile }: FollowButtonProps) {
  const [busy, setBusy] = useState(false);
  async function run(): Promise<void> {
    setBusy(true);
    await unblock(profile);
    setBusy(false);
  }
  return (
    <Button className={styles.button} busy={busy} onClick={() => void run()}>
      Unblock<span className="visually-hidden"> {profile.displayName}</span>
    </Button>
  );
}
