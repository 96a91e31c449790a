import { updatePassword } from 'aws-amplify/auth';
import { useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../../ui/Notice.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { PasswordChecklist, passwordPolicy, passwordProblem, useForm } from '../../auth/index.ts';
import { Card } from '../frame/Card.tsx';
import { CardForm } from '../frame/CardForm.tsx';
import { OwnPasswordField } from '../reauth/OwnPasswordField.tsx';
import { explainNewPassword } from './explain-account.ts';

const EMPTY = { password: '', newPassword: '' };
const CHECKS = {
  password: (value: string) => (value === '' ? 'Please enter your present password.' : undefined),
  newPassword: (value: string) => passwordProblem(passwordPolicy, value),
};

/** A new password, for whoever knows the present one. */
export function PasswordCard({ email }: { email: string }) {
  const [changed, setChanged] = useState(false);
  const form = useForm(
    EMPTY,
    CHECKS,
    async ({ password, newPassword }) => {
      await updatePassword({ oldPassword: password, newPassword });
      setChanged(true);
    },
    explainNewPassword,
  );
  return (
    <Card title="Password">
      {changed ? (
        <Notice kind="done">
          Your password is changed. Other browsers stay signed in; if somebody else knew the old one,{' '}
          <Link to="/settings/security">sign out everywhere</Link>.
        </Notice>
      ) : (
        <CardForm form={form} submit="Change password">
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <OwnPasswordField
            label="Present password"
            value={form.values.password}
            error={form.errorOf('password')}
            onChange={(value) => form.set('password', value)}
          />
          <PasswordField
            label="New password"
            name="new-password"
            autoComplete="new-password"
            hint={<PasswordChecklist policy={passwordPolicy} password={form.values.newPassword} />}
            value={form.values.newPassword}
            error={form.errorOf('newPassword')}
            onChange={(event) => form.set('newPassword', event.target.value)}
            onBlur={() => form.leave('newPassword')}
          />
        </CardForm>
      )}
    </Card>
  );
}
