import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { signOutEverywhere } from '../api/sign-out-everywhere.ts';
import { Card, cardStyles } from '../frame/Card.tsx';

/** Ends all sessions, this one too. */
export function SignOutEverywhereCard() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function run(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await signOutEverywhere();
      showToast('You are signed out everywhere.');
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }
  return (
    <Card title="Sign out everywhere">
      <p className={cardStyles.soft}>
        For a lost device or a forgotten browser. All of them have to sign in again, this one too. A page that
        is open elsewhere may go on for up to an hour.
      </p>
      {error !== undefined && <ErrorNotice error={error} />}
      <div className={cardStyles.actions}>
        <Button icon="signOut" busy={busy} onClick={() => void run()}>
          Sign out everywhere
        </Button>
      </div>
    </Card>
  );
}
