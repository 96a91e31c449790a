import styles from './Skeleton.module.css';

interface SkeletonProps {
  width: number | string;
  height?: number | string;
  round?: boolean;
}

/** A grey shape in the place of what is loading. Hidden from screen readers: the list around it is `aria-busy`. */
export function Skeleton({ width, height = '0.9em', round }: SkeletonProps) {
  return (
    <span
      className={styles.skeleton}
      style={{ width, height, borderRadius: round ? '50%' : undefined }}
      aria-hidden="true"
    />
  );
}
