import { signUp } from 'aws-amplify/auth';
import { Link, useLocation, useNavigate } from 'react-router';
import { HANDLE_MAX, normalizeHandle } from '../../../../shared/handle.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { AuthPage } from '../AuthPage.tsx';
import page from '../AuthPage.module.css';
import { EmailField } from '../EmailField.tsx';
import { displayNameProblem, emailProblem, handleAdvice, normalizeEmail } from '../model/fields.ts';
import { passwordProblem } from '../model/password-policy.ts';
import { rememberPending } from '../model/pending-account.ts';
import { PasswordChecklist } from '../PasswordChecklist.tsx';
import { passwordPolicy } from '../policy.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useAfterSignIn } from '../use-after-sign-in.ts';
import { useForm } from '../use-form.ts';

const EMPTY = { email: '', displayName: '', handle: '', password: '' };
const CHECKS = {
  email: emailProblem,
  displayName: displayNameProblem,
  handle: handleAdvice,
  password: (value: string) => passwordProblem(passwordPolicy, value),
};

export function SignUpScreen() {
  useAfterSignIn();
  const navigate = useNavigate();
  const { state } = useLocation();
  const form = useForm(EMPTY, CHECKS, async (values) => {
    const email = normalizeEmail(values.email);
    const userAttributes = {
      email,
      name: values.displayName.trim(),
      preferred_username: normalizeHandle(values.handle),
    };
    await signUp({ username: email, password: values.password, options: { userAttributes } });
    rememberPending({ email, password: values.password });
    await navigate(`/confirm?email=${encodeURIComponent(email)}`, { state });
  });
  const { email, displayName, handle, password } = form.values;
  return (
    <AuthPage
      title="Join Cruddur"
      lead="Say it while it matters. Everything fades."
      footer={
        <>
          Have an account?{' '}
          <Link to="/sign-in" state={state}>
            Sign in
          </Link>
        </>
      }
    >
      <ProblemNotice problem={form.problem} email={email} />
      <form ref={form.ref} className={page.form} onSubmit={form.onSubmit} noValidate>
        <EmailField
          value={email}
          error={form.errorOf('email')}
          onChange={(value) => form.set('email', value)}
          onLeave={() => form.leave('email')}
        />
        <Field
          label="Display name"
          name="name"
          autoComplete="name"
          hint="As others see you."
          value={displayName}
          error={form.errorOf('displayName')}
          onChange={(event) => form.set('displayName', event.target.value)}
          onBlur={() => form.leave('displayName')}
        />
        <Field
          label="Handle"
          name="handle"
          prefix="@"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint={`Letters a–z, digits and underscores, at most ${HANDLE_MAX}.`}
          value={handle}
          error={form.errorOf('handle') ?? (handle.length > 2 ? handleAdvice(handle) : undefined)}
          onChange={(event) => form.set('handle', event.target.value)}
          onBlur={() => form.leave('handle')}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          hint={<PasswordChecklist policy={passwordPolicy} password={password} />}
          value={password}
          error={form.errorOf('password')}
          onChange={(event) => form.set('password', event.target.value)}
          onBlur={() => form.leave('password')}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          Create account
        </Button>
        <p className={page.inline}>
          <span>
            By joining you agree to the <Link to="/terms">terms</Link>. What is kept of you is said under{' '}
            <Link to="/privacy">privacy</Link>.
          </span>
        </p>
      </form>
    </AuthPage>
  );
}
