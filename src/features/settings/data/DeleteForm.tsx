import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { normalizeHandle } from '../../../../shared/handle.ts';
import type { Person } from '../../../lib/session/session.ts';
import { Field } from '../../../ui/Field.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { useForm } from '../../auth/index.ts';
import { explainOwnPassword } from '../account/explain-account.ts';
import { deleteAccount } from '../api/delete-account.ts';
import { cardStyles } from '../frame/Card.tsx';
import { CardForm } from '../frame/CardForm.tsx';
import { OwnPasswordField } from '../reauth/OwnPasswordField.tsx';
import { reauthentication, type Reauthentication } from '../reauth/reauthentication.ts';
import { DeleteCodeForm } from './DeleteCodeForm.tsx';

/** Says what goes and what stays, and asks for the handle, the password, and where there is one the app's code. */
export function DeleteForm({ person, onCancel }: { person: Person; onCancel: () => void }) {
  const navigate = useNavigate();
  const [proving, setProving] = useState<Reauthentication>();
  const attempt = useRef<Reauthentication>(null);
  useEffect(() => () => attempt.current?.end(), []);

  async function finish(proved: Reauthentication): Promise<void> {
    await deleteAccount(person.userId, proved.token());
    await navigate('/', { replace: true });
    showToast('Your account is deleted.');
  }
  const checks = {
    handle: (value: string) =>
      normalizeHandle(value) === person.handle ? undefined : `Type ${person.handle} to confirm.`,
    password: (value: string) => (value === '' ? 'Please enter your password.' : undefined),
  };
  const form = useForm(
    { handle: '', password: '' },
    checks,
    async ({ password }) => {
      attempt.current?.end();
      const proof = reauthentication();
      attempt.current = proof;
      if (await proof.asksCode(person.userId, password)) setProving(proof);
      else await finish(proof);
    },
    explainOwnPassword,
  );
  if (proving) {
    return <DeleteCodeForm proof={proving} onProved={() => finish(proving)} onCancel={onCancel} />;
  }
  return (
    <CardForm form={form} submit="Delete everything" kind="danger" onCancel={onCancel} intro={<WhatGoes />}>
      <Field
        label={`Your handle, ${person.handle}`}
        name="handle"
        prefix="@"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={form.values.handle}
        error={form.errorOf('handle')}
        onChange={(event) => form.set('handle', event.target.value)}
      />
      <OwnPasswordField
        value={form.values.password}
        error={form.errorOf('password')}
        onChange={(value) => form.set('password', value)}
      />
    </CardForm>
  );
}

function WhatGoes() {
  return (
    <div className={cardStyles.form}>
      <p>
        <strong>This goes:</strong> your profile and pictures, cruds, replies to them, likes, reposts,
        bookmarks, follows, and the text of every message that you sent. Your handle is free for others at
        once.
      </p>
      <p>
        <strong>This stays:</strong> what others wrote to you, with a note that you are gone; entries that
        moderators made; and backups, for at most 35 days.
      </p>
    </div>
  );
}
