import styles from './Badge.module.css';

interface BadgeProps {
  count: number;
  /** There may be more than were counted. */
  orMore?: boolean;
  /** What the number counts, for example «unread notifications». */
  label: string;
}

/** How much waits: nothing at 0, «99+» from 100. */
export function Badge({ count, orMore, label }: BadgeProps) {
  if (count <= 0) return null;
  const shown = `${Math.min(count, 99)}${orMore || count > 99 ? '+' : ''}`;
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{` (${orMore ? shown : count} ${label})`}</span>
    </span>
  );
}
