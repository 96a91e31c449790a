import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import {
  AuthenticatorField,
  codeProblem,
  explainAuthenticator,
  normalizeCode,
  useForm,
} from '../../auth/index.ts';
import { cardStyles } from '../frame/Card.tsx';
import type { Reauthentication } from '../reauth/reauthentication.ts';

interface DeleteCodeFormProps {
  proof: Reauthentication;
  /** Deletes. */
  onProved: () => Promise<void>;
  onCancel: () => void;
}

/** The last step for whoever has a second factor. */
export function DeleteCodeForm({ proof, onProved, onCancel }: DeleteCodeFormProps) {
  const form = useForm(
    { code: '' },
    { code: codeProblem },
    async ({ code }) => {
      await proof.giveCode(normalizeCode(code));
      await onProved();
    },
    explainAuthenticator,
  );
  return (
    <form ref={form.ref} className={cardStyles.form} onSubmit={form.onSubmit} noValidate>
      {form.problem && form.problem.field !== 'code' && <Notice kind="error">{form.problem.message}</Notice>}
      <AuthenticatorField
        value={form.values.code}
        error={form.errorOf('code')}
        onChange={(code) => form.set('code', code)}
      />
      <div className={cardStyles.actions}>
        <Button type="submit" kind="danger" busy={form.busy}>
          Delete everything
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
