import { initialsOf, hueOf } from './avatar-face.ts';
import styles from './Avatar.module.css';

interface AvatarProps {
  /** What the colour follows from: something that never changes. */
  seed: string;
  name: string;
  size?: number;
}

/** Initials on a colour of one's own. Decoration: the name stands beside it. */
export function Avatar({ seed, name, size = 44 }: AvatarProps) {
  const hue = hueOf(seed);
  return (
    <span
      className={styles.avatar}
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        fontSize: size * 0.38,
        background: `light-dark(oklch(0.88 0.06 ${hue}), oklch(0.42 0.07 ${hue}))`,
        color: `light-dark(oklch(0.36 0.09 ${hue}), oklch(0.93 0.05 ${hue}))`,
      }}
    >
      {initialsOf(name)}
    </span>
  );
}
