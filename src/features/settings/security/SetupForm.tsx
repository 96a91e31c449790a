import { useEffect, useState } from 'react';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import {
  AuthenticatorField,
  codeProblem,
  explainAuthenticator,
  normalizeCode,
  useForm,
} from '../../auth/index.ts';
import { beginSetup, turnOn, type Setup } from '../api/second-factor.ts';
import { cardStyles } from '../frame/Card.tsx';
import { CardForm } from '../frame/CardForm.tsx';
import { QrCode } from './QrCode.tsx';
import styles from './SetupForm.module.css';

interface SetupFormProps {
  /** What the app shows beside the code. */
  name: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Two steps on one page: the key into the app, and a code out of it, which proves that it is there. */
export function SetupForm({ name, onDone, onCancel }: SetupFormProps) {
  const { setup, error } = useSetup(name);
  const form = useForm(
    { code: '' },
    { code: codeProblem },
    async ({ code }) => {
      await turnOn(normalizeCode(code));
      onDone();
    },
    explainAuthenticator,
  );
  if (error !== undefined) {
    return <ErrorNotice error={error} />;
  }
  if (!setup) {
    return (
      <p role="status" className={styles.waiting}>
        <Spinner /> Making a key…
      </p>
    );
  }
  return (
    <CardForm form={form} submit="Turn on" onCancel={onCancel} intro={<KeyToScan setup={setup} />}>
      <AuthenticatorField
        value={form.values.code}
        error={form.errorOf('code')}
        onChange={(code) => form.set('code', code)}
      />
    </CardForm>
  );
}

function KeyToScan({ setup }: { setup: Setup }) {
  return (
    <>
      <p>1. Scan this with your authenticator app, or enter the setup key there.</p>
      <div className={styles.key}>
        <QrCode text={setup.uri} label="QR code with the setup key" />
        <div>
          <p className={cardStyles.soft} id="setup-key">
            Setup key
          </p>
          <code className={styles.code} aria-labelledby="setup-key">
            {inGroups(setup.key)}
          </code>
          <p className={cardStyles.soft}>
            Keep it in a safe place: it is your way back when the phone is lost.
          </p>
        </div>
      </div>
      <p>2. Enter the code that the app shows now.</p>
    </>
  );
}

/** Asks for a key once the form is there. */
function useSetup(name: string): { setup: Setup | undefined; error: unknown } {
  const [setup, setSetup] = useState<Setup>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let isThere = true;
    beginSetup(name).then(
      (made) => isThere && setSetup(made),
      (thrown: unknown) => isThere && setError(thrown),
    );
    return () => {
      isThere = false;
    };
  }, [name]);
  return { setup, error };
}

/** In fours, as people read and type. */
function inGroups(key: string): string {
  return key.match(/.{1,4}/g)?.join(' ') ?? key;
}
