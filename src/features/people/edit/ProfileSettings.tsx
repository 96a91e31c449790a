import { useId } from 'react';
import { useMe } from '../../account/index.ts';
import { AvatarEditor, CoverEditor } from '../../images/index.ts';
import { ErrorState } from '../../../ui/StateCard.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { HandleForm } from './HandleForm.tsx';
import styles from './Edit.module.css';

/** What others see of one: a section of the settings. */
export function ProfileSettings() {
  const { profile, error, retry } = useMe();
  const picturesId = useId();
  if (error && !profile) return <ErrorState error={error} onRetry={retry} />;
  if (!profile) {
    return (
      <div className={styles.loading} aria-busy="true" role="group" aria-label="Loading your profile">
        <Skeleton width="100%" height={46} />
        <Skeleton width="100%" height={96} />
        <Skeleton width="100%" height={46} />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <section className={styles.card} aria-labelledby={picturesId}>
        <h2 id={picturesId} className={styles.title}>
          Pictures
        </h2>
        <AvatarEditor profile={profile} />
        <CoverEditor profile={profile} />
      </section>
      <DetailsForm profile={profile} />
      <HandleForm profile={profile} />
    </div>
  );
}
