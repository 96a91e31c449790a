import { useState } from 'react';
import type { Person } from '../../../lib/session/session.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { Card, cardStyles } from '../frame/Card.tsx';
import { SetupForm } from './SetupForm.tsx';
import { TurnOffForm } from './TurnOffForm.tsx';

/** An authenticator app beside the password: on or off, and how to change that. */
export function SecondFactorCard({ person, isOn }: { person: Person; isOn: boolean }) {
  const [open, setOpen] = useState(false);
  function done(nowOn: boolean): void {
    queryClient.setQueryData(['second-factor', person.userId], nowOn);
    showToast(nowOn ? 'Your second factor is on.' : 'Your second factor is off.');
    setOpen(false);
  }
  return (
    <Card title="Second factor">
      {isOn ? (
        <Notice kind="done">
          It is on: signing in takes your password and a code of your authenticator app.
        </Notice>
      ) : (
        <p className={cardStyles.soft}>
          It is off: your password is enough to sign in. With an authenticator app on your phone, somebody who
          learns the password cannot.
        </p>
      )}
      {!open && (
        <div className={cardStyles.actions}>
          <Button kind={isOn ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
            {isOn ? 'Turn off' : 'Set up an app'}
          </Button>
        </div>
      )}
      {open && isOn && (
        <TurnOffForm userId={person.userId} onDone={() => done(false)} onCancel={() => setOpen(false)} />
      )}
      {open && !isOn && (
        <SetupForm name={person.handle} onDone={() => done(true)} onCancel={() => setOpen(false)} />
      )}
      <details className={cardStyles.soft}>
        <summary>What if I lose the phone?</summary>
        <ul className={cardStyles.list}>
          <li>
            The setup key, kept on paper or in a password manager, brings the codes back in another app.
          </li>
          <li>
            In a browser where you are still signed in, your password turns the second factor off on this
            page.
          </li>
          <li>
            With neither, you are locked out: a new password by mail does not replace the code. Whoever runs
            this Cruddur can turn the second factor off once you have shown that the account is yours.
          </li>
        </ul>
      </details>
    </Card>
  );
}
