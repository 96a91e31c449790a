import { useId, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

/** What an input needs, to be tied to its label, its hint and its error. */
interface InputTies {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface LabelledProps {
  label: string;
  error: string | undefined;
  hint: ReactNode;
  /** The input in its box. */
  children: (ties: InputTies) => ReactNode;
}

/** The label of an input, its hint and its error, tied to it for screen readers. */
export function Labelled({ label, error, hint, children }: LabelledProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box} data-invalid={error ? '' : undefined}>
        {children({
          id,
          'aria-invalid': error ? true : undefined,
          'aria-describedby': described || undefined,
        })}
      </div>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" size={16} />
          {error}
        </p>
      )}
    </div>
  );
}
