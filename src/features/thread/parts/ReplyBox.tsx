import { useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import type { Activity } from '../../../lib/data/types.ts';
import { useSession } from '../../../lib/session/session.ts';
import { Composer } from '../../compose/index.ts';
import styles from './Thread.module.css';

/** Where one answers the crud whose page this is; a guest is told what it takes. */
export function ReplyBox({ to }: { to: Activity }) {
  const session = useSession();
  const { pathname } = useLocation();
  const target = useMemo(() => ({ kind: 'reply' as const, to }), [to]);
  if (session.status === 'person') {
    return (
      <div className={styles.replyBox}>
        <Composer person={session.person} target={target} />
      </div>
    );
  }
  if (session.status === 'unknown') return null;
  return (
    <p className={styles.join}>
      <Link to="/sign-up" state={{ from: pathname }}>
        Join
      </Link>{' '}
      or{' '}
      <Link to="/sign-in" state={{ from: pathname }}>
        sign in
      </Link>{' '}
      to reply.
    </p>
  );
}
