import type { Activity, QuotedActivity } from '../../../lib/data/types.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import styles from './QuotedCard.module.css';

/** A crud that somebody answers or quotes, while they write. Nothing in it leads away from what they write. */
export function CrudPreview({
  activity,
  className,
}: {
  activity: Activity | QuotedActivity;
  className?: string;
}) {
  const { author, message } = activity;
  return (
    <blockquote className={classNames(styles.quote, styles.preview, className)}>
      <p className={styles.by}>
        <Avatar seed={author.id} name={author.displayName} avatar={author.avatar} size={22} />
        <bdi className={styles.name}>{author.displayName}</bdi>
        <span className={styles.meta}>@{author.handle}</span>
      </p>
      <p className={styles.plain} dir="auto">
        {message}
      </p>
    </blockquote>
  );
}
