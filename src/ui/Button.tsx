import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';
import styles from './Button.module.css';

interface Look {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  wide?: boolean;
  icon?: IconName;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

const lookOf = ({ kind = 'secondary', wide }: Look): string =>
  classNames(styles.button, styles[kind], wide && styles.wide);

/** While busy it stays focusable, so that focus is not lost, and does nothing. */
export function Button({ kind, wide, icon, busy, onClick, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(lookOf({ kind, wide }), className)}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ kind, wide, icon, children, className, ...rest }: LinkProps & Look) {
  return (
    <Link {...rest} className={classNames(lookOf({ kind, wide }), className)}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  label: ReactNode & string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon; `label` is its name. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(styles.iconOnly, className)}
    >
      <Icon name={icon} />
    </button>
  );
}
