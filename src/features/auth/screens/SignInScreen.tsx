import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { AuthPage } from '../AuthPage.tsx';
import page from '../AuthPage.module.css';
import { EmailField } from '../EmailField.tsx';
import { emailProblem, normalizeEmail } from '../model/fields.ts';
import { signInWith } from '../model/sign-in.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { SecondFactorStep } from '../SecondFactorStep.tsx';
import { useAfterSignIn } from '../use-after-sign-in.ts';
import { useForm } from '../use-form.ts';

const CHECKS = {
  email: emailProblem,
  password: (value: string) => (value === '' ? 'Please enter your password.' : undefined),
};

export function SignInScreen() {
  useAfterSignIn();
  const [asksCode, setAsksCode] = useState(false);
  const navigate = useNavigate();
  const { state } = useLocation();
  const [search] = useSearchParams();
  const form = useForm({ email: search.get('email') ?? '', password: '' }, CHECKS, async (values) => {
    const email = normalizeEmail(values.email);
    const result = await signInWith(email, values.password);
    if (result === 'code') setAsksCode(true);
    const query = `?email=${encodeURIComponent(email)}`;
    if (result === 'confirm') await navigate(`/confirm${query}&why=sign-in`, { state });
    if (result === 'new-password') await navigate(`/forgot-password${query}`, { state });
  });
  const { email, password } = form.values;
  if (asksCode) {
    const restart = (): void => {
      form.set('password', '');
      setAsksCode(false);
    };
    return <SecondFactorStep onRestart={restart} />;
  }
  return (
    <AuthPage
      title="Welcome back"
      footer={
        <>
          New here?{' '}
          <Link to="/sign-up" state={state}>
            Create an account
          </Link>
        </>
      }
    >
      {search.has('confirmed') && !form.problem && (
        <Notice kind="done">Your address is confirmed. Sign in, and you are there.</Notice>
      )}
      <ProblemNotice problem={form.problem} email={email} />
      <form ref={form.ref} className={page.form} onSubmit={form.onSubmit} noValidate>
        <EmailField
          value={email}
          error={form.errorOf('email')}
          onChange={(value) => form.set('email', value)}
          onLeave={() => form.leave('email')}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          error={form.errorOf('password')}
          onChange={(event) => form.set('password', event.target.value)}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          Sign in
        </Button>
      </form>
      {form.problem?.offer !== 'recover' && (
        <p className={page.inline}>
          <Link to={`/forgot-password${email ? `?email=${encodeURIComponent(email)}` : ''}`} state={state}>
            Forgot your password?
          </Link>
        </p>
      )}
    </AuthPage>
  );
}
