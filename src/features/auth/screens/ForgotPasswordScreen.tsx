import { resetPassword } from 'aws-amplify/auth';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '../../../ui/Button.tsx';
import { AuthPage } from '../AuthPage.tsx';
import page from '../AuthPage.module.css';
import { EmailField } from '../EmailField.tsx';
import { emailProblem, normalizeEmail } from '../model/fields.ts';
import { NewPasswordForm } from '../NewPasswordForm.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useAfterSignIn } from '../use-after-sign-in.ts';
import { useForm } from '../use-form.ts';

/** Two steps: the address, then the code from the mail with a new password. */
export function ForgotPasswordScreen() {
  useAfterSignIn();
  const [search] = useSearchParams();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({ email: search.get('email') ?? '' }, { email: emailProblem }, async (values) => {
    const email = normalizeEmail(values.email);
    await resetPassword({ username: email });
    setSentTo(email);
  });
  if (sentTo) return <NewPasswordForm email={sentTo} />;
  return (
    <AuthPage
      title="Forgot your password?"
      lead="We send you a code, and you choose a new one."
      footer={<Link to="/sign-in">Back to sign in</Link>}
    >
      <ProblemNotice problem={form.problem} email={form.values.email} />
      <form ref={form.ref} className={page.form} onSubmit={form.onSubmit} noValidate>
        <EmailField
          value={form.values.email}
          error={form.errorOf('email')}
          onChange={(value) => form.set('email', value)}
          onLeave={() => form.leave('email')}
        />
        <Button type="submit" kind="primary" wide busy={form.busy}>
          Send me a code
        </Button>
      </form>
    </AuthPage>
  );
}
