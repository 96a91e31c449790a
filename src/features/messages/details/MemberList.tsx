import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { REMOVE_MEMBER } from '../api/documents.ts';
import { useContacts, useMessaging } from '../live/context.ts';
import { nameOf } from '../model/names.ts';
import type { Conversation } from '../model/types.ts';
import { ContactLine } from '../people/ContactLine.tsx';
import { useAct } from './use-act.ts';
import styles from './DetailsDialog.module.css';

/** Who is in a group. Its owner can take people out; asked once more in the place of the button. */
export function MemberList({ conversation }: { conversation: Conversation }) {
  const { me } = useMessaging();
  const { id, memberIds, ownerId } = conversation;
  const person = useContacts(memberIds);
  const { busy, act } = useAct();
  const [asked, setAsked] = useState<string | null>(null);

  async function remove(memberId: string): Promise<void> {
    await act(REMOVE_MEMBER, { conversationId: id, memberId });
    setAsked(null);
  }

  function noteOf(memberId: string): string | undefined {
    const notes = [memberId === me && 'you', memberId === ownerId && 'owner'].filter(Boolean);
    return notes.length > 0 ? notes.join(', ') : undefined;
  }

  function removal(memberId: string) {
    if (ownerId !== me || memberId === me) return null;
    if (asked !== memberId) {
      return (
        <Button
          kind="quiet"
          aria-label={`Remove ${nameOf(person(memberId))}`}
          onClick={() => setAsked(memberId)}
        >
          Remove
        </Button>
      );
    }
    return (
      <span className={styles.sure}>
        <Button kind="danger" busy={busy} onClick={() => void remove(memberId)}>
          Remove for good
        </Button>
        <Button kind="quiet" onClick={() => setAsked(null)}>
          Keep
        </Button>
      </span>
    );
  }

  return (
    <section>
      <h3 className={styles.heading}>
        {memberIds.length} {memberIds.length === 1 ? 'member' : 'members'}
      </h3>
      <ul className={styles.members}>
        {memberIds.map((memberId) => (
          <li key={memberId}>
            <ContactLine
              id={memberId}
              contact={person(memberId)}
              note={noteOf(memberId)}
              end={removal(memberId)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
