import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Menu.module.css';

interface MenuItemProps {
  icon?: IconName;
  hint?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, hint, onSelect, children }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={onSelect}>
      {icon && <Icon name={icon} />}
      <span className={styles.text}>{children}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </button>
  );
}

/** One of several that exclude each other. */
export function MenuChoice({ icon, hint, onSelect, children, chosen }: MenuItemProps & { chosen: boolean }) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={chosen}
      tabIndex={-1}
      className={styles.item}
      onClick={onSelect}
    >
      {icon && <Icon name={icon} />}
      <span className={styles.text}>{children}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
      <span className={styles.mark}>{chosen && <Icon name="check" size={18} />}</span>
    </button>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.group}>
      <div className={styles.groupLabel} aria-hidden="true">
        {label}
      </div>
      {children}
    </div>
  );
}
