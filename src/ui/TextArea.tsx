import type { ReactNode, TextareaHTMLAttributes } from 'react';
import { Labelled } from './Labelled.tsx';
import styles from './Field.module.css';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  /** What is wrong with the value, and what to do. */
  error?: string;
  hint?: ReactNode;
}

/** `Field` for a text of several lines. */
export function TextArea({ label, error, hint, ...area }: TextAreaProps) {
  return (
    <Labelled label={label} error={error} hint={hint}>
      {(ties) => <textarea {...area} {...ties} dir="auto" className={styles.area} />}
    </Labelled>
  );
}
