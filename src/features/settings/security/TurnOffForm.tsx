import { useForm } from '../../auth/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { explainOwnPassword } from '../account/explain-account.ts';
import { turnOff } from '../api/second-factor.ts';
import { cardStyles } from '../frame/Card.tsx';
import { provePassword } from '../reauth/reauthentication.ts';

interface TurnOffFormProps {
  userId: string;
  onDone: () => void;
  onCancel: () => void;
}

/**
 * The password alone: this browser was let in with a code once, and whoever lost the app has no other way
 * (docs/adr/0014).
 */
export function TurnOffForm({ userId, onDone, onCancel }: TurnOffFormProps) {
  const form = useForm(
    { password: '' },
    { password: (value: string) => (value === '' ? 'Please enter your password.' : undefined) },
    async ({ password }) => {
      await provePassword(userId, password);
      await turnOff();
      onDone();
    },
    explainOwnPassword,
  );
  return (
    <form ref={form.ref} className={cardStyles.form} onSubmit={form.onSubmit} noValidate>
      {form.problem && !form.problem.field && <Notice kind="error">{form.problem.message}</Notice>}
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
          Turn off
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
