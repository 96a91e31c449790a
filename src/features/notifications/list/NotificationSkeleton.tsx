import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './NotificationRow.module.css';

const ROWS = [1, 2, 3, 4, 5, 6];

/** In the place of what is loading. */
export function NotificationSkeleton() {
  return ROWS.map((row) => (
    <li key={row} className={styles.row} aria-hidden="true">
      <Skeleton width={34} height={34} round />
      <div className={styles.body}>
        <Skeleton width="55%" />
        <Skeleton width="80%" />
      </div>
    </li>
  ));
}
