import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './PersonRow.module.css';

/** Somebody's place in a list while it loads. */
export function PersonSkeleton() {
  return (
    <div className={styles.row} aria-hidden="true">
      <Skeleton width={44} height={44} round />
      <div className={styles.loading}>
        <Skeleton width="46%" />
        <Skeleton width="28%" />
      </div>
    </div>
  );
}
