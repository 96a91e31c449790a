import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AuthPage } from './AuthPage.tsx';
import page from './AuthPage.module.css';
import { AuthenticatorField } from './AuthenticatorField.tsx';
import { explainAuthenticator } from './model/explain-auth.ts';
import { codeProblem, normalizeCode } from './model/fields.ts';
import { finishWithCode } from './model/sign-in.ts';
import { useForm } from './use-form.ts';

/** The second step of a sign-in for whoever has an authenticator app. Whoever shows it leaves once one is signed in. */
export function SecondFactorStep({ onRestart }: { onRestart: () => void }) {
  const form = useForm(
    { code: '' },
    { code: codeProblem },
    ({ code }) => finishWithCode(normalizeCode(code)),
    explainAuthenticator,
  );
  return (
    <AuthPage
      title="Your second factor"
      lead="Enter the code that your authenticator app shows for Cruddur now."
      footer={
        <Button kind="quiet" onClick={onRestart}>
          Start again
        </Button>
      }
    >
      {form.problem && !form.problem.field && <Notice kind="error">{form.problem.message}</Notice>}
      <form ref={form.ref} className={page.form} onSubmit={form.onSubmit} noValidate>
        <AuthenticatorField
          value={form.values.code}
          error={form.errorOf('code')}
          onChange={(code) => form.set('code', code)}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          Sign in
        </Button>
      </form>
      <details className={page.help}>
        <summary>You cannot use the app any more?</summary>
        <p>
          If you kept the setup key, enter it in another authenticator app. In a browser where you are still
          signed in, you can turn the second factor off with your password, under Settings, Security.
        </p>
        <p>
          With neither, nobody can sign in to this account by themselves, and a new password does not change
          that. Whoever runs this Cruddur can turn the second factor off once you have shown that the account
          is yours.
        </p>
      </details>
    </AuthPage>
  );
}
