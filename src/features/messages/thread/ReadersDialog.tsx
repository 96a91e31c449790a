import { Dialog } from '../../../ui/Dialog.tsx';
import { useContacts, useConversation, useMessaging } from '../live/context.ts';
import { fateOf } from '../model/receipts.ts';
import { ContactLine } from '../people/ContactLine.tsx';
import type { DirectMessage } from '../sync/index.ts';
import styles from './ReadersDialog.module.css';

/** Who in a group has read a message, and who has not yet. */
export function ReadersDialog({ message, onClose }: { message: DirectMessage; onClose: () => void }) {
  const { me } = useMessaging();
  const participants = useConversation(message.conversationId)?.participants ?? [];
  const person = useContacts(participants.map(({ userId }) => userId));
  const { readBy, deliveredTo, pending } = fateOf(message.seq, participants, me);
  const lines = (ids: string[]) =>
    ids.map((id) => (
      <li key={id}>
        <ContactLine id={id} contact={person(id)} />
      </li>
    ));
  return (
    <Dialog title="Who has read it" onClose={onClose}>
      {readBy.length > 0 && (
        <section className={styles.part}>
          <h3 className={styles.title}>Read by</h3>
          <ul>{lines(readBy)}</ul>
        </section>
      )}
      {deliveredTo.length + pending.length > 0 && (
        <section className={styles.part}>
          <h3 className={styles.title}>Not yet</h3>
          <ul>{lines([...deliveredTo, ...pending])}</ul>
        </section>
      )}
    </Dialog>
  );
}
