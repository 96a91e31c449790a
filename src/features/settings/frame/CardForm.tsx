import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { useForm } from '../../auth/index.ts';
import styles from './Card.module.css';

interface CardFormProps {
  form: Pick<ReturnType<typeof useForm>, 'values' | 'problem' | 'busy' | 'ref' | 'onSubmit'>;
  /** The word on the button that sends it. */
  submit: string;
  kind?: 'primary' | 'danger';
  cancel?: string;
  onCancel?: () => void;
  /** What is said before anything is asked. */
  intro?: ReactNode;
  /** The fields. */
  children: ReactNode;
}

/** A form within a card. What the server refused stands at its field, or above the fields when it is about none of them. */
export function CardForm({ form, submit, kind = 'primary', cancel = 'Cancel', ...more }: CardFormProps) {
  const { problem, values } = form;
  const atItsField = problem?.field !== undefined && problem.field in values;
  return (
    <form ref={form.ref} className={styles.form} onSubmit={form.onSubmit} noValidate>
      {more.intro}
      {problem && !atItsField && <Notice kind="error">{problem.message}</Notice>}
      {more.children}
      <div className={styles.actions}>
        <Button type="submit" kind={kind} busy={form.busy}>
          {submit}
        </Button>
        {more.onCancel && <Button onClick={more.onCancel}>{cancel}</Button>}
      </div>
    </form>
  );
}
