import { confirmResetPassword, resetPassword } from 'aws-amplify/auth';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { AuthPage } from './AuthPage.tsx';
import page from './AuthPage.module.css';
import { CodeField } from './CodeField.tsx';
import { codeProblem, normalizeCode } from './model/fields.ts';
import { passwordProblem } from './model/password-policy.ts';
import { signInWith } from './model/sign-in.ts';
import { PasswordChecklist } from './PasswordChecklist.tsx';
import { passwordPolicy } from './policy.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { ResendCode } from './ResendCode.tsx';
import { SecondFactorStep } from './SecondFactorStep.tsx';
import { useForm } from './use-form.ts';

const CHECKS = {
  code: codeProblem,
  password: (value: string) => passwordProblem(passwordPolicy, value),
};

/** The second step of recovery: the code and a new password, and one is signed in. */
export function NewPasswordForm({ email }: { email: string }) {
  const navigate = useNavigate();
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({ code: '', password: '' }, CHECKS, async ({ code, password }) => {
    await confirmResetPassword({
      username: email,
      confirmationCode: normalizeCode(code),
      newPassword: password,
    });
    const result = await signInWith(email, password);
    if (result === 'code') setAsksCode(true);
    if (result === 'confirm') await navigate(`/confirm?email=${encodeURIComponent(email)}&why=sign-in`);
  });
  const signIn = `/sign-in?email=${encodeURIComponent(email)}`;
  if (asksCode) return <SecondFactorStep onRestart={() => void navigate(signIn)} />;
  return (
    <AuthPage
      title="Choose a new password"
      lead={
        <>
          If there is an account for <strong>{email}</strong>, a code is in its mail.
        </>
      }
      footer={<Link to={signIn}>Back to sign in</Link>}
    >
      <ProblemNotice problem={form.problem} email={email} />
      <form ref={form.ref} className={page.form} onSubmit={form.onSubmit} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <CodeField
          value={form.values.code}
          error={form.errorOf('code')}
          onChange={(code) => form.set('code', code)}
          onLeave={() => form.leave('code')}
        />
        <PasswordField
          label="New password"
          name="password"
          autoComplete="new-password"
          hint={<PasswordChecklist policy={passwordPolicy} password={form.values.password} />}
          value={form.values.password}
          error={form.errorOf('password')}
          onChange={(event) => form.set('password', event.target.value)}
          onBlur={() => form.leave('password')}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          Save and sign in
        </Button>
      </form>
      <ResendCode send={() => resetPassword({ username: email })} fresh />
    </AuthPage>
  );
}
