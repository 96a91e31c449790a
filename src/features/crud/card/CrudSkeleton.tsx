import { Skeleton } from '../../../ui/Skeleton.tsx';
import { classNames } from '../../../ui/class-names.ts';
import styles from './CrudCard.module.css';
import own from './CrudSkeleton.module.css';

/** A crud's place while it loads, of the height that most cruds have. */
export function CrudSkeleton() {
  return (
    <div className={classNames(styles.card, own.skeleton)} aria-hidden="true">
      <Skeleton width={44} height={44} round />
      <div className={styles.body}>
        <div className={own.line}>
          <Skeleton width="42%" />
        </div>
        <div className={own.text}>
          <Skeleton width="96%" />
        </div>
        <div className={own.text}>
          <Skeleton width="64%" />
        </div>
        <div className={own.bar} />
      </div>
    </div>
  );
}
