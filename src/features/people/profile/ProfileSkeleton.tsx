import { Skeleton } from '../../../ui/Skeleton.tsx';
import { CrudSkeleton } from '../../crud/index.ts';
import styles from './Profile.module.css';

/** Somebody's page while it loads. */
export function ProfileSkeleton({ handle }: { handle: string }) {
  return (
    <div aria-busy="true" role="group" aria-label={`Loading ${handle}`} className={styles.page}>
      <title>{`${handle} · Cruddur`}</title>
      <h1 className="visually-hidden">{handle}</h1>
      <div className={styles.header} aria-hidden="true">
        <div className={styles.coverLoading} />
        <div className={styles.top}>
          <span className={styles.avatar}>
            <Skeleton width={104} height={104} round />
          </span>
        </div>
        <Skeleton width="44%" height={28} />
        <Skeleton width="24%" />
        <Skeleton width="80%" />
      </div>
      <CrudSkeleton />
      <CrudSkeleton />
    </div>
  );
}
