import { Link } from 'react-router';
import type { Activity } from '../../../lib/data/types.ts';
import styles from './CrudCard.module.css';

/** Over a reply that stands outside of its thread: whom it answers. */
export function ReplyingTo({ activity }: { activity: Activity }) {
  const { parentId, parentAuthorHandle } = activity;
  return (
    <p className={styles.context}>
      Replying to{' '}
      <Link to={`/cruds/${parentId}`}>{parentAuthorHandle ? `@${parentAuthorHandle}` : 'a crud'}</Link>
    </p>
  );
}
