import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { profilePath, type FullProfile } from '../../../lib/data/full-profile.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { seedProfile } from '../profile/profile-query.ts';
import { FollowButton } from './FollowButton.tsx';
import styles from './PersonRow.module.css';

interface PersonRowProps {
  profile: FullProfile;
  /** In place of the button that follows; null for none. */
  action?: ReactNode;
  /** Without the bio and marks, for narrow places. */
  brief?: boolean;
}

/** Somebody in a list: who they are, one line of what they say of themselves, and a button. Opens their page. */
export function PersonRow({ profile, action, brief }: PersonRowProps) {
  const { id, handle, displayName, avatar, bio, followsMe } = profile;
  return (
    <div className={classNames(styles.row, brief && styles.brief)}>
      <Avatar seed={id} name={displayName} avatar={avatar} />
      <div className={styles.text}>
        <Link to={profilePath(handle)} className={styles.link} onClick={() => seedProfile(profile)}>
          <bdi className={styles.name}>{displayName}</bdi>
          <span className={styles.handle}>@{handle}</span>
        </Link>
        {followsMe && !brief && <span className={styles.mark}>Follows you</span>}
        {!brief && bio && (
          <p className={styles.bio} dir="auto">
            {bio}
          </p>
        )}
      </div>
      {action === undefined ? <FollowButton profile={profile} brief={brief} /> : action}
    </div>
  );
}
