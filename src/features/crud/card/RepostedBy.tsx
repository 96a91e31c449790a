import { Link } from 'react-router';
import type { Profile } from '../../../lib/data/types.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './CrudCard.module.css';

/** Over a crud that came to the list by somebody's repost: by whose. */
export function RepostedBy({ by }: { by: Profile }) {
  return (
    <p className={styles.reposted}>
      <Icon name="repost" size={16} />
      <span>
        Reposted by{' '}
        <Link to={`/@${by.handle}`}>
          <bdi>{by.displayName}</bdi>
        </Link>
      </span>
    </p>
  );
}
