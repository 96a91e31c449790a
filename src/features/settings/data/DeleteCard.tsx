import { useState } from 'react';
import type { Person } from '../../../lib/session/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Card, cardStyles } from '../frame/Card.tsx';
import { DeleteForm } from './DeleteForm.tsx';

/** The end of an account. */
export function DeleteCard({ person }: { person: Person }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Delete your account" grave>
      <p className={cardStyles.soft}>
        Everything of yours goes at once and for good. There is no way back, for us neither.
      </p>
      <div className={cardStyles.actions}>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete my account
        </Button>
      </div>
      {open && (
        <Dialog title="Delete your account" onClose={() => setOpen(false)}>
          <DeleteForm person={person} onCancel={() => setOpen(false)} />
        </Dialog>
      )}
    </Card>
  );
}
