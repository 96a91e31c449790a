import { Notice } from '../../../ui/Notice.tsx';
import styles from './CrudCard.module.css';

/** Under one's own crud that a moderator hid: that nobody else sees it, and why. */
export function HiddenNote({ reason }: { reason: string }) {
  return (
    <div className={styles.hidden}>
      <Notice kind="info">
        A moderator hid this crud. You alone still see it. The reason: <bdi>{reason}</bdi>
      </Notice>
    </div>
  );
}
