import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { unblock } from '../../people/index.ts';
import { useContacts, useMessaging } from '../live/context.ts';
import { othersIn } from '../model/names.ts';
import type { Contact, Conversation } from '../model/types.ts';
import styles from './WriteNotice.module.css';

/** Why nothing can be written: the other one is gone, not there for the reader, or blocked by them (then who it is). */
type Obstacle = { kind: 'deleted' } | { kind: 'unavailable' } | { kind: 'blocked'; contact: Contact };

/** Null when something can be written, as far as one knows. Who blocks the reader is only not there for them. */
export function useWriteObstacle(conversation: Conversation): Obstacle | null {
  const { me } = useMessaging();
  const { kind } = conversation;
  const [other] = othersIn(conversation, me);
  const person = useContacts(kind === 'DIRECT' && other ? [other] : []);
  if (kind !== 'DIRECT') return null;
  if (!other) return { kind: 'deleted' };
  const contact = person(other);
  if (contact === null) return { kind: 'unavailable' };
  return contact?.blockedByMe ? { kind: 'blocked', contact } : null;
}

/** Stands in the place of the composer. */
export function WriteNotice({ obstacle }: { obstacle: Obstacle }) {
  if (obstacle.kind === 'deleted') {
    return <Bar>This account was deleted. What you wrote stays here.</Bar>;
  }
  if (obstacle.kind === 'unavailable') {
    return <Bar>You cannot send messages to this account. What was said stays here.</Bar>;
  }
  const { contact } = obstacle;
  return (
    <Bar>
      You blocked {contact.displayName}: no new messages, in either direction.{' '}
      <Button kind="quiet" onClick={() => void unblock(contact)}>
        Unblock
      </Button>
    </Bar>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <div className={styles.notice}>
      <Icon name="info" />
      <p>{children}</p>
    </div>
  );
}
