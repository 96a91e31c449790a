import {
  AuthenticatorField,
  codeProblem,
  explainAuthenticator,
  normalizeCode,
  useForm,
} from '../../auth/index.ts';
import { CardForm } from '../frame/CardForm.tsx';
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
    <CardForm form={form} submit="Delete everything" kind="danger" onCancel={onCancel}>
      <AuthenticatorField
        value={form.values.code}
        error={form.errorOf('code')}
        onChange={(code) => form.set('code', code)}
      />
    </CardForm>
  );
}
