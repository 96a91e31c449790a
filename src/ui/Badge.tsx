import styles from './Badge.module.css';

interface BadgeProps {
  count: number;
  /** What the number counts, for example «unread notifications». */
  label: string;
}

/** How much waits: nothing at 0, «99+» from 100. */
export function Badge({ count, label }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{` (${count} ${label})`}</span>
    </span>
  );
}
