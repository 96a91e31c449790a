import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { classNames } from './class-names.ts';
import styles from './OptionList.module.css';

interface OptionListProps {
  legend: string;
  className?: string;
  /** While it is not known yet what is chosen. */
  busy?: boolean;
  children: ReactNode;
}

/** Choices below one another, each an `Option`. */
export function OptionList({ legend, className, busy, children }: OptionListProps) {
  return (
    <fieldset className={classNames(styles.list, className)} aria-busy={busy}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface OptionProps {
  label: string;
  about: string;
  icon?: IconName;
  /** The input. */
  children: ReactNode;
}

/** A choice: what it is called, what it means, and the input, for which the whole row can be pressed. */
export function Option({ label, about, icon, children }: OptionProps) {
  return (
    <label className={styles.option}>
      {icon && <Icon name={icon} />}
      <span className={styles.words}>
        {label}
        <span className={styles.about}>{about}</span>
      </span>
      {children}
    </label>
  );
}
