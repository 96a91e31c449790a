import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card, cardStyles } from '../frame/Card.tsx';
import { ConfirmEmailForm } from './ConfirmEmailForm.tsx';
import { NewEmailForm } from './NewEmailForm.tsx';

/** The address that one signs in with, and changing it in two steps: the new one, then the code from its mail. */
export function EmailCard({ userId, email }: { userId: string; email: string }) {
  const [step, setStep] = useState<'show' | 'new' | 'confirm'>('show');
  const [next, setNext] = useState('');
  return (
    <Card title="E-mail address">
      <p>
        <strong>{email}</strong>
      </p>
      <p className={cardStyles.soft}>You sign in with it, and codes go there. Nobody else sees it.</p>
      {step === 'show' && (
        <div className={cardStyles.actions}>
          <Button onClick={() => setStep('new')}>Change address</Button>
        </div>
      )}
      {step === 'new' && (
        <NewEmailForm
          userId={userId}
          current={email}
          onSent={(address) => {
            setNext(address);
            setStep('confirm');
          }}
          onCancel={() => setStep('show')}
        />
      )}
      {step === 'confirm' && <ConfirmEmailForm userId={userId} email={next} onDone={() => setStep('show')} />}
    </Card>
  );
}
