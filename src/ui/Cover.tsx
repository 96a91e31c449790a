import { classNames } from './class-names.ts';
import { hueOf } from './avatar-face.ts';
import { Picture } from './Picture.tsx';
import styles from './Cover.module.css';

interface CoverProps {
  /** The profile's id: the colour follows from it, and the picture's address. */
  seed: string;
  /** `Profile.cover`. */
  cover?: string | null;
  className?: string;
}

/** How wide the middle column is (Shell.module.css). */
const SIZES = '(min-width: 700px) 620px, 100vw';

/** Somebody's cover, three times as wide as high; a colour of their own until it is there, and when there is none. */
export function Cover({ seed, cover, className }: CoverProps) {
  const hue = hueOf(seed);
  const next = (hue + 40) % 360;
  return (
    <div
      className={classNames(styles.cover, className)}
      aria-hidden="true"
      style={{
        background: `linear-gradient(120deg,
          light-dark(oklch(0.86 0.07 ${hue}), oklch(0.38 0.07 ${hue})),
          light-dark(oklch(0.9 0.05 ${next}), oklch(0.3 0.05 ${next})))`,
      }}
    >
      {cover && (
        <Picture kind="COVER" ownerId={seed} version={cover} sizes={SIZES} eager className={styles.picture} />
      )}
    </div>
  );
}
