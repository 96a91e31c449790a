import type { ButtonHTMLAttributes } from 'react';
import { shortCount } from '../../../lib/format/count.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import styles from './ActionBar.module.css';

interface ActionButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** What it does, and how many did. */
  label: string;
  count?: number;
  /** Whether the reader did; absent for what cannot be taken back. */
  pressed?: boolean;
  /** The colour that it has then. */
  tone?: 'ember' | 'leaf';
}

/** A button under a crud: its icon, and how many did the same. */
export function ActionButton({ icon, label, count, pressed, tone, ...rest }: ActionButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={styles.button}
      data-tone={tone}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      <Icon name={icon} size={18} filled={pressed} />
      {count !== undefined && <span className={styles.count}>{shortCount(count)}</span>}
    </button>
  );
}
