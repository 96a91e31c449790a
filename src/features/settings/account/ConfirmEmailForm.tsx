import { queryClient } from '../../../lib/query/query-client.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { CodeField, codeProblem, normalizeCode, ResendCode, useForm } from '../../auth/index.ts';
import { askForEmail, confirmEmail } from '../api/email.ts';
import { CardForm } from '../frame/CardForm.tsx';
import { explainNewEmail } from './explain-account.ts';

interface ConfirmEmailFormProps {
  userId: string;
  email: string;
  onDone: () => void;
}

/** The second step: the code from the new address's mail. */
export function ConfirmEmailForm({ userId, email, onDone }: ConfirmEmailFormProps) {
  const form = useForm(
    { code: '' },
    { code: codeProblem },
    async ({ code }) => {
      await confirmEmail(normalizeCode(code));
      queryClient.setQueryData(['email', userId], email);
      showToast('Your address is changed.');
      onDone();
    },
    explainNewEmail,
  );
  return (
    <>
      <Notice kind="info">
        We sent a code to <strong>{email}</strong>. Until you enter it here, your old address stays.
      </Notice>
      <CardForm form={form} submit="Confirm" cancel="Keep the old address" onCancel={onDone}>
        <CodeField
          value={form.values.code}
          error={form.errorOf('code')}
          onChange={(code) => form.set('code', code)}
        />
      </CardForm>
      <ResendCode send={() => askForEmail(email)} fresh />
    </>
  );
}
