import { EmailField, emailProblem, normalizeEmail, useForm } from '../../auth/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { askForEmail } from '../api/email.ts';
import { cardStyles } from '../frame/Card.tsx';
import { provePassword } from '../reauth/reauthentication.ts';
import { explainNewEmail } from './explain-account.ts';

interface NewEmailFormProps {
  userId: string;
  current: string;
  onSent: (address: string) => void;
  onCancel: () => void;
}

/** The first step: who can read an account's mail can take it over, so the password is asked for. */
export function NewEmailForm({ userId, current, onSent, onCancel }: NewEmailFormProps) {
  const checks = {
    email: (value: string) =>
      normalizeEmail(value) === current ? 'This is your address already.' : emailProblem(value),
    password: (value: string) => (value === '' ? 'Please enter your password.' : undefined),
  };
  const form = useForm(
    { email: '', password: '' },
    checks,
    async ({ email, password }) => {
      await provePassword(userId, password);
      await askForEmail(normalizeEmail(email));
      onSent(normalizeEmail(email));
    },
    explainNewEmail,
  );
  return (
    <form ref={form.ref} className={cardStyles.form} onSubmit={form.onSubmit} noValidate>
      {form.problem && !form.problem.field && <Notice kind="error">{form.problem.message}</Notice>}
      <EmailField
        label="New e-mail address"
        autoComplete="email"
        value={form.values.email}
        error={form.errorOf('email')}
        onChange={(value) => form.set('email', value)}
        onLeave={() => form.leave('email')}
      />
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        value={form.values.password}
        error={form.errorOf('password')}
        onChange={(event) => form.set('password', event.target.value)}
      />
      <div className={cardStyles.actions}>
        <Button type="submit" kind="primary" busy={form.busy}>
          Send a code there
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
