import { Link } from 'react-router';
import { profilePath, type FullProfile } from '../../lib/data/full-profile.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import styles from './Moderation.module.css';

/** Whom a report or an act is about. A suspended person's page is there for nobody, so there is no link to it. */
export function Who({ profile, label }: { profile: FullProfile; label: string }) {
  const { id, handle, displayName, avatar, suspended } = profile;
  const names = (
    <>
      <bdi>{displayName}</bdi> <span className={styles.handle}>@{handle}</span>
    </>
  );
  return (
    <p className={styles.who}>
      <Avatar seed={id} name={displayName} avatar={avatar} size={32} />
      <span>
        <span className={styles.label}>{label}</span>{' '}
        {suspended ? names : <Link to={profilePath(handle)}>{names}</Link>}
        {suspended && <span className={styles.suspended}>Suspended</span>}
      </span>
    </p>
  );
}
