import { useStore } from '../../../lib/store/create-store.ts';
import { useContacts, useMessaging } from '../live/context.ts';
import { listNames, nameOf } from '../model/names.ts';
import styles from './TypingLine.module.css';

const NOBODY: readonly string[] = [];

/** Who types. It has its place even while nobody does, so that nothing jumps. */
export function TypingLine({ conversationId }: { conversationId: string }) {
  const { typing } = useMessaging();
  const ids = useStore(typing.typists)[conversationId] ?? NOBODY;
  const person = useContacts(ids);
  const shown = ids.filter((id) => person(id)?.blockedByMe !== true);
  const names = listNames(
    shown.map((id) => nameOf(person(id))),
    3,
  );
  return (
    <p className={styles.typing} aria-live="off">
      {shown.length > 0 && `${names} ${shown.length === 1 ? 'is' : 'are'} typing…`}
    </p>
  );
}
