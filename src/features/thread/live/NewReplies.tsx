import { crudKey } from '../../../lib/data/activity.ts';
import type { ThreadData } from '../../../lib/data/thread.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './NewReplies.module.css';
import { useNewReplies } from './use-new-replies.ts';

/** Says that new replies came, and shows them. It takes no room until then. */
export function NewReplies({ thread }: { thread: ThreadData & { focused: Activity } }) {
  const { waiting, reveal } = useNewReplies(thread);
  const count = waiting.length;

  function show(): void {
    const first = reveal();
    if (!first) return;
    requestAnimationFrame(() => {
      const row = document.querySelector(`[data-crud-key="${CSS.escape(crudKey(first))}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
    });
  }

  return (
    <div className={styles.place}>
      {count > 0 && (
        <button type="button" className={styles.pill} onClick={show}>
          <Icon name="down" size={18} />
          {count === 1 ? '1 new reply' : `${count} new replies`}
        </button>
      )}
    </div>
  );
}
