import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useMessaging } from '../live/context.ts';
import { explainUnsent } from '../model/explain-problem.ts';
import type { Unsent } from '../sync/index.ts';
import { MessageText } from './MessageText.tsx';
import rows from './MessageRow.module.css';
import styles from './UnsentRow.module.css';

/** From so many failures on it is shown as not sent, though it goes on trying. */
const FAILED_FROM = 3;

/** An own message that is on its way, or did not get through: then with what one can do. */
export function UnsentRow({ unsent }: { unsent: Unsent }) {
  const { sync } = useMessaging();
  const { clientId, text, state, attempts, problem } = unsent;
  const hasFailed = state === 'refused' || attempts >= FAILED_FROM;
  return (
    <li className={classNames(rows.row, rows.own, rows.first)} data-unsent="">
      <div className={rows.content}>
        <div className={rows.line}>
          <div className={classNames(rows.bubble, rows.last, styles.pending)}>
            <span className="visually-hidden">You: </span>
            <MessageText text={text} />
          </div>
        </div>
        {hasFailed ? (
          <div className={styles.failed}>
            <p className={styles.reason} role="alert">
              <Icon name="alert" size={16} />
              Not sent. {explainUnsent(problem)}
            </p>
            <Button kind="quiet" icon="retry" onClick={() => sync.retry(clientId)}>
              Try again
            </Button>
            <Button kind="quiet" onClick={() => sync.discard(clientId)}>
              Discard
            </Button>
          </div>
        ) : (
          <p className={rows.when}>Sending…</p>
        )}
      </div>
    </li>
  );
}
