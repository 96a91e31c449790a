import { Icon } from '../../ui/Icon.tsx';
import { useMe } from './use-me.ts';
import styles from './SuspendedNotice.module.css';

/** On every page of somebody whom a moderator suspended: that it is so, what it means, and why. Nothing for others. */
export function SuspendedNotice() {
  const { profile } = useMe();
  if (!profile?.suspended) return null;
  return (
    <section className={styles.notice} aria-labelledby="suspended-title">
      <Icon name="alert" />
      <div>
        <h2 id="suspended-title" className={styles.title}>
          Your account is suspended
        </h2>
        <p>You can read, but not write, and others do not find you or what you wrote.</p>
        {profile.suspendedReason && (
          <p dir="auto">
            The reason: <q>{profile.suspendedReason}</q>
          </p>
        )}
      </div>
    </section>
  );
}
