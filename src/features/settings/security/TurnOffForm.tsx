import { useForm } from '../../auth/index.ts';
import { explainOwnPassword } from '../account/explain-account.ts';
import { turnOff } from '../api/second-factor.ts';
import { CardForm } from '../frame/CardForm.tsx';
import { OwnPasswordField } from '../reauth/OwnPasswordField.tsx';
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
    <CardForm form={form} submit="Turn off" onCancel={onCancel}>
      <OwnPasswordField
        value={form.values.password}
        error={form.errorOf('password')}
        onChange={(value) => form.set('password', value)}
      />
    </CardForm>
  );
}
