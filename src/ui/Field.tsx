import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { Labelled } from './Labelled.tsx';
import styles from './Field.module.css';

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** What is wrong with the value, and what to do. */
  error?: string;
  hint?: ReactNode;
  prefix?: string;
  /** Stands at the end of the box, for example a button that shows the password. */
  end?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** A labelled text input, with its hint and its error tied to it for screen readers. */
export function Field({ label, error, hint, prefix, end, ...input }: FieldProps) {
  return (
    <Labelled label={label} error={error} hint={hint}>
      {(ties) => (
        <>
          {prefix && (
            <span className={styles.prefix} aria-hidden="true">
              {prefix}
            </span>
          )}
          <input {...input} {...ties} className={styles.input} />
          {end}
        </>
      )}
    </Labelled>
  );
}
