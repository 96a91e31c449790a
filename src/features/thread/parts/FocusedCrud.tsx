import { Link } from 'react-router';
import type { Activity } from '../../../lib/data/types.ts';
import { countOf } from '../../../lib/format/count.ts';
import { dateTime } from '../../../lib/time/format.ts';
import { CrudCard } from '../../crud/index.ts';
import styles from './FocusedCrud.module.css';

/** The crud whose page this is: large, with its dates, and the ways to who likes and who quotes it. */
export function FocusedCrud({ activity }: { activity: Activity }) {
  const { id, createdAt, expiresAt, editedAt, likeCount, repostCount, quoteCount } = activity;
  return (
    <CrudCard
      activity={activity}
      focused
      tabIndex={0}
      details={
        <div className={styles.details}>
          <p>
            <time dateTime={createdAt}>{dateTime(Date.parse(createdAt))}</time>
            {editedAt && `, edited ${dateTime(Date.parse(editedAt))}`}. Fades{' '}
            <time dateTime={expiresAt}>{dateTime(Date.parse(expiresAt))}</time>.
          </p>
          {likeCount + repostCount + quoteCount > 0 && (
            <ul className={styles.counts}>
              {likeCount > 0 && (
                <li>
                  <Link to={`/cruds/${id}/likes`}>{countOf(likeCount, 'like')}</Link>
                </li>
              )}
              {repostCount > 0 && <li>{countOf(repostCount, 'repost')}</li>}
              {quoteCount > 0 && (
                <li>
                  <Link to={`/cruds/${id}/quotes`}>{countOf(quoteCount, 'quote')}</Link>
                </li>
              )}
            </ul>
          )}
        </div>
      }
    />
  );
}
