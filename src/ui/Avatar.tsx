import { initialsOf, hueOf } from './avatar-face.ts';
import { Picture } from './Picture.tsx';
import styles from './Avatar.module.css';

interface AvatarProps {
  /** The profile's id: the colour follows from it, and the picture's address. */
  seed: string;
  name: string;
  /** `Profile.avatar`. */
  avatar?: string | null;
  size?: number;
  /** See `Picture`. */
  eager?: boolean;
}

/**
 * Somebody's picture; initials on a colour of their own until it is there, and when there is none. Decoration: the name
 * stands beside it.
 */
export function Avatar({ seed, name, avatar, size = 44, eager }: AvatarProps) {
  const hue = hueOf(seed);
  return (
    <span
      className={styles.avatar}
      aria-hidden="true"
      style={{ width: size, height: size }}
      // Who hears of new pictures asks for those who are on the screen (features/images/live).
      data-person={seed}
    >
      <span
        className={styles.face}
        style={{
          fontSize: size * 0.38,
          background: `light-dark(oklch(0.88 0.06 ${hue}), oklch(0.42 0.07 ${hue}))`,
          color: `light-dark(oklch(0.36 0.09 ${hue}), oklch(0.93 0.05 ${hue}))`,
        }}
      >
        {initialsOf(name)}
      </span>
      {avatar && (
        <Picture
          kind="AVATAR"
          ownerId={seed}
          version={avatar}
          size={size}
          eager={eager}
          className={styles.picture}
        />
      )}
    </span>
  );
}
