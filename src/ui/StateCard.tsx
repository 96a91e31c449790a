import type { ReactNode } from 'react';
import { explain } from '../lib/errors/explain.ts';
import { toAppError } from '../lib/errors/to-app-error.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Logo } from './Logo.tsx';
import styles from './StateCard.module.css';

interface StateProps {
  icon?: IconName;
  title: string;
  /** 1 where it stands for the whole page. */
  level?: 1 | 2;
  children?: ReactNode;
  action?: ReactNode;
}

/** What stands where a list or a page has nothing to show: what it is, and one thing to do. */
export function EmptyState({ icon, title, level = 2, children, action }: StateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.state}>
      <span className={styles.emblem}>{icon ? <Icon name={icon} size={34} /> : <Logo size={44} />}</span>
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  busy?: boolean;
}

const ICONS: Readonly<Record<string, IconName>> = {
  Network: 'offline',
  DatabaseResuming: 'hourglass',
  Expired: 'hourglass',
  SignedOut: 'signIn',
  Suspended: 'lock',
  NotAllowed: 'lock',
  NotFound: 'search',
};

/** An error in the place of what it kept away. */
export function ErrorState({ error, onRetry, busy }: ErrorStateProps) {
  const { title, advice } = explain(error);
  const { type, traceId } = toAppError(error);
  return (
    <div role="alert">
      <EmptyState
        icon={ICONS[type] ?? 'alert'}
        title={title}
        action={
          onRetry && (
            <Button icon="retry" busy={busy} onClick={onRetry}>
              Try again
            </Button>
          )
        }
      >
        {advice}
        {traceId && (
          <p className={styles.trace}>
            If you tell us about it, add this number: <code>{traceId}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
