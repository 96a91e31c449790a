import { confirmSignUp, resendSignUpCode } from 'aws-amplify/auth';
import { Link, Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AuthPage } from '../AuthPage.tsx';
import page from '../AuthPage.module.css';
import { CodeField } from '../CodeField.tsx';
import { codeProblem, normalizeCode } from '../model/fields.ts';
import { pendingPassword } from '../model/pending-account.ts';
import { signInWith } from '../model/sign-in.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { ResendCode } from '../ResendCode.tsx';
import { useAfterSignIn } from '../use-after-sign-in.ts';
import { useForm } from '../use-form.ts';

/** Confirms; that the account is confirmed already is as good. */
async function confirm(email: string, code: string): Promise<void> {
  try {
    await confirmSignUp({ username: email, confirmationCode: code });
  } catch (error) {
    const { type, message } = toAppError(error);
    if (type !== 'NotAuthorizedException' || !/Current status is CONFIRMED/.test(message)) throw error;
  }
}

export function ConfirmScreen() {
  useAfterSignIn();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [search] = useSearchParams();
  const email = search.get('email') ?? '';
  const form = useForm({ code: '' }, { code: codeProblem }, async ({ code }) => {
    await confirm(email, normalizeCode(code));
    const password = pendingPassword(email);
    const signedIn = password !== undefined && (await signInWith(email, password)) === 'signed-in';
    if (!signedIn) await navigate(`/sign-in?confirmed&email=${encodeURIComponent(email)}`, { state });
  });
  if (!email) return <Navigate to="/sign-in" replace />;
  return (
    <AuthPage
      title="Check your mail"
      lead={
        <>
          We sent a code to <strong>{email}</strong>.
        </>
      }
      footer={
        <>
          Wrong address? <Link to="/sign-up">Start again</Link>
        </>
      }
    >
      {search.get('why') === 'sign-in' && !form.problem && (
        <Notice kind="info">This address is not confirmed yet, so here is a new code.</Notice>
      )}
      <ProblemNotice problem={form.problem} email={email} />
      <form ref={form.ref} className={page.form} onSubmit={form.onSubmit} noValidate>
        <CodeField
          value={form.values.code}
          error={form.errorOf('code')}
          onChange={(code) => form.set('code', code)}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          Confirm
        </Button>
      </form>
      <ResendCode send={() => resendSignUpCode({ username: email })} fresh />
    </AuthPage>
  );
}
