import type { IconName } from './icons/paths.ts';

export type { IconName };

interface IconProps {
  name: IconName;
  size?: number;
  /** Drawn full instead of as an outline: liked, bookmarked. */
  filled?: boolean;
}

/** Decoration: what it stands for is said by the text or label beside it. New ones go into icons/paths.ts. */
export function Icon({ name, size = 20, filled }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <use href={`${import.meta.env['ICON_SPRITE']}#${name}`} />
    </svg>
  );
}
