import { Button } from '../../../ui/Button.tsx';
import { Age } from '../../crud/index.ts';
import type { Intent } from '../act/acts.ts';
import type { Act } from '../api/moderation.ts';
import { Who } from '../Who.tsx';
import styles from '../Moderation.module.css';

const DID: Readonly<Record<Act['act'], string>> = {
  HIDE: 'Hid a crud',
  UNHIDE: 'Showed a crud again',
  SUSPEND: 'Suspended an account',
  UNSUSPEND: 'Lifted a suspension',
  DISMISS: 'Dismissed a report',
};

interface ActCardProps {
  act: Act;
  /** Whether nobody has taken it back since. */
  canUndo: boolean;
  onAct: (intent: Intent) => void;
}

/** One act: who did what to whom, when and why, and the way to take it back. */
export function ActCard({ act, canUndo, onAct }: ActCardProps) {
  const { reason, createdAt, activityId, profile, moderator } = act;
  return (
    <article className={styles.card} aria-label={DID[act.act]}>
      <header className={styles.head}>
        <span className={styles.reason}>{DID[act.act]}</span>
        <span className={styles.age}>
          {moderator ? `@${moderator.handle}` : 'A moderator who left'} · <Age at={createdAt} />
        </span>
      </header>
      {profile ? (
        <Who profile={profile} label={activityId ? 'A crud by' : 'About'} />
      ) : (
        <p className={styles.state}>The account is deleted.</p>
      )}
      <blockquote className={styles.copy} dir="auto">
        {reason}
      </blockquote>
      {canUndo && profile && (
        <div className={styles.actions}>
          {act.act === 'HIDE' && activityId && (
            <Button
              onClick={() => onAct({ field: 'unhideActivity', id: activityId, handle: profile.handle })}
            >
              Show crud again
            </Button>
          )}
          {act.act === 'SUSPEND' && (
            <Button
              onClick={() => onAct({ field: 'unsuspendProfile', id: profile.id, handle: profile.handle })}
            >
              Lift suspension
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
