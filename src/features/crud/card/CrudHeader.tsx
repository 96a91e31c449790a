import { Link } from 'react-router';
import type { Activity } from '../../../lib/data/types.ts';
import { fullTime } from '../../../lib/time/format.ts';
import { Age } from './Age.tsx';
import { Lifetime } from './Lifetime.tsx';
import styles from './CrudCard.module.css';

interface CrudHeaderProps {
  activity: Activity;
  /** Its own page; absent while it has none. */
  path?: string;
  /** The start of the ids of its parts, by which the card is labelled. */
  id: string;
}

/** Who, when, and for how much longer. */
export function CrudHeader({ activity, path, id }: CrudHeaderProps) {
  const { author, createdAt, expiresAt, editedAt } = activity;
  const age = <Age at={createdAt} id={`${id}-age`} />;
  return (
    <header className={styles.header}>
      <Link to={`/@${author.handle}`} className={styles.name}>
        <bdi id={`${id}-name`}>{author.displayName}</bdi>
      </Link>
      <span className={styles.meta}>
        <span id={`${id}-handle`} className={styles.handle}>
          @{author.handle}
        </span>
        <span aria-hidden="true">·</span>
        {path ? (
          <Link to={path} className={styles.age}>
            {age}
          </Link>
        ) : (
          age
        )}
        {editedAt && <span title={fullTime(Date.parse(editedAt))}>edited</span>}
      </span>
      <span className={styles.life}>
        <Lifetime createdAt={createdAt} expiresAt={expiresAt} />
      </span>
    </header>
  );
}
