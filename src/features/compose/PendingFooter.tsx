import { compose, slotOf, type ComposeTarget } from '../../lib/compose/target.ts';
import { cachedActivity } from '../../lib/data/cache/cache.ts';
import { AppError } from '../../lib/errors/app-error.ts';
import { explain } from '../../lib/errors/explain.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { withText } from './draft/draft.ts';
import { draftStore } from './draft/draft-store.ts';
import type { OutboxEntry } from './outbox/outbox.ts';
import { discard, sendAgain } from './outbox/outbox-store.ts';
import styles from './PendingFooter.module.css';

/** Under a crud that is on its way: how far it is, and what to do when it didn't get through. */
export function PendingFooter({ userId, entry }: { userId: string; entry: OutboxEntry }) {
  if (entry.state === 'sending') {
    return (
      <p className={styles.sending}>
        <Spinner /> Posting…
      </p>
    );
  }
  const { title, advice, retryable } = explain(new AppError(entry.problem ?? 'Internal', ''));
  function edit(): void {
    const target = targetOf(entry);
    draftStore(userId, slotOf(target)).set((draft) => ({
      ...withText(draft, entry.message),
      expiresIn: entry.expiresIn,
    }));
    discard(userId, entry.clientId);
    compose(target);
  }
  return (
    <div className={styles.failed}>
      <p className={styles.reason}>
        <Icon name="alert" size={18} />
        <span>
          <strong>Not posted.</strong> {title}. {advice}
        </span>
      </p>
      <div className={styles.actions}>
        {retryable && (
          <Button icon="retry" onClick={() => sendAgain(userId, entry)}>
            Try again
          </Button>
        )}
        <Button kind="quiet" onClick={edit}>
          Edit
        </Button>
        <Button kind="quiet" onClick={() => discard(userId, entry.clientId)}>
          Discard
        </Button>
      </div>
    </div>
  );
}

/** What the entry would be written as again; something of its own when what it was about is no longer there. */
function targetOf({ parent, quote }: OutboxEntry): ComposeTarget {
  const about = cachedActivity(parent?.id ?? quote?.id ?? '');
  if (!about) return { kind: 'new' };
  return parent ? { kind: 'reply', to: about } : { kind: 'quote', of: about };
}
