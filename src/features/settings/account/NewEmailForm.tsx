import { EmailField, emailProblem, normalizeEmail, useForm } from '../../auth/index.ts';
import { askForEmail } from '../api/email.ts';
import { CardForm } from '../frame/CardForm.tsx';
import { OwnPasswordField } from '../reauth/OwnPasswordField.tsx';
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
    <CardForm form={form} submit="Send a code there" onCancel={onCancel}>
      <EmailField
        label="New e-mail address"
        autoComplete="email"
        value={form.values.email}
        error={form.errorOf('email')}
        onChange={(value) => form.set('email', value)}
        onLeave={() => form.leave('email')}
      />
      <OwnPasswordField
        value={form.values.password}
        error={form.errorOf('password')}
        onChange={(value) => form.set('password', value)}
      />
    </CardForm>
  );
}
