import { Link } from 'react-router';
import { profilePath, type FullProfile } from '../../../lib/data/full-profile.ts';
import styles from './Profile.module.css';

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** How many somebody follows and is followed by, as links to who they are. */
export function ProfileCounts({ profile }: { profile: FullProfile }) {
  const { handle, followerCount, followingCount } = profile;
  return (
    <p className={styles.counts}>
      <Count to={`${profilePath(handle)}/following`} value={followingCount} one="Following" />
      <Count to={`${profilePath(handle)}/followers`} value={followerCount} one="Follower" many="Followers" />
    </p>
  );
}

function Count({ to, value, one, many = one }: { to: string; value: number; one: string; many?: string }) {
  return (
    <Link to={to} title={value > 999 ? value.toLocaleString('en') : undefined}>
      <strong>{short.format(value)}</strong> {value === 1 ? one : many}
    </Link>
  );
}
