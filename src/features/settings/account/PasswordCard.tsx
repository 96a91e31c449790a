import { updatePassword } from 'aws-amplify/auth';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { PasswordChecklist, passwordPolicy, passwordProblem, useForm } from '../../auth/index.ts';
import { Card, cardStyles } from '../frame/Card.tsx';
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
        <form ref={form.ref} className={cardStyles.form} onSubmit={form.onSubmit} noValidate>
          {form.problem && !form.problem.field && <Notice kind="error">{form.problem.message}</Notice>}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordField
            label="Present password"
            name="password"
            autoComplete="current-password"
            value={form.values.password}
            error={form.errorOf('password')}
            onChange={(event) => form.set('password', event.target.value)}
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
          <div className={cardStyles.actions}>
            <Button type="submit" kind="primary" busy={form.busy}>
              Change password
            </Button>
          </div>
        </form>
      )}
    </Card>
  );
}
