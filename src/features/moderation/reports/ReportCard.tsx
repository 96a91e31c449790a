import { Link } from 'react-router';
import { profilePath } from '../../../lib/data/full-profile.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Age } from '../../crud/index.ts';
import { reasonLabel } from '../../people/index.ts';
import type { Intent } from '../act/acts.ts';
import type { Report } from '../api/moderation.ts';
import { Who } from '../Who.tsx';
import styles from '../Moderation.module.css';

interface ReportCardProps {
  report: Report;
  onAct: (intent: Intent) => void;
}

/** One report: what it is about, who says why, and what can be done. */
export function ReportCard({ report, onAct }: ReportCardProps) {
  const { id, reason, note, createdAt, messageCopy, activityId, activityHidden, profile, reporter } = report;
  const { handle } = profile;
  const isCrud = messageCopy != null;
  return (
    <article className={styles.card} aria-label={`${reasonLabel(reason)}: @${handle}`}>
      <header className={styles.head}>
        <span className={styles.reason}>
          <Icon name="flag" size={16} />
          {reasonLabel(reason)}
        </span>
        <span className={styles.age}>
          <Age at={createdAt} />
        </span>
      </header>
      <Who profile={profile} label={isCrud ? 'A crud by' : 'The person'} />
      {isCrud && (
        <blockquote className={styles.copy} dir="auto">
          {messageCopy}
        </blockquote>
      )}
      {isCrud && (
        <p className={styles.state}>
          {activityId ? (
            <Link to={`/cruds/${activityId}`}>Open the crud</Link>
          ) : (
            'The crud itself is deleted or has faded.'
          )}
          {activityHidden && ' It is hidden.'}
        </p>
      )}
      <div className={styles.note}>
        <p>
          Reported by <Link to={profilePath(reporter.handle)}>@{reporter.handle}</Link>
          {note ? ':' : ', without a note.'}
        </p>
        {note && <p dir="auto">{note}</p>}
      </div>
      <div className={styles.actions}>
        <Button onClick={() => onAct({ field: 'dismissReport', id, handle })}>Dismiss</Button>
        {activityId && !activityHidden && (
          <Button onClick={() => onAct({ field: 'hideActivity', id: activityId, handle })}>Hide crud</Button>
        )}
        {activityId && activityHidden && (
          <Button onClick={() => onAct({ field: 'unhideActivity', id: activityId, handle })}>
            Show crud again
          </Button>
        )}
        {!profile.suspended && (
          <Button kind="danger" onClick={() => onAct({ field: 'suspendProfile', id: profile.id, handle })}>
            Suspend @{handle}
          </Button>
        )}
      </div>
    </article>
  );
}
