import { Avatar } from '../../../ui/Avatar.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { useContacts, useMessaging } from '../live/context.ts';
import { nameOf, othersIn } from '../model/names.ts';
import type { Conversation } from '../model/types.ts';
import styles from './ConversationFace.module.css';

/** The picture of a conversation: the other one's, or a sign for a group or for notes. */
export function ConversationFace({ conversation, size }: { conversation: Conversation; size: number }) {
  const { me } = useMessaging();
  const { kind } = conversation;
  const [other] = othersIn(conversation, me);
  const person = useContacts(kind === 'DIRECT' && other ? [other] : []);
  if (kind !== 'DIRECT' || !other) {
    const icon: IconName = kind === 'NOTES' ? 'bookmark' : kind === 'GROUP' ? 'users' : 'person';
    return (
      <span className={styles.sign} style={{ width: size, height: size }}>
        <Icon name={icon} size={Math.round(size * 0.5)} />
      </span>
    );
  }
  const contact = person(other);
  return (
    <Avatar
      seed={other}
      name={contact === undefined ? '' : nameOf(contact)}
      avatar={contact?.avatar}
      size={size}
    />
  );
}
