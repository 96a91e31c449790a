import type { ReactNode } from 'react';
import { useSession } from '../../lib/session/session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/StateCard.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useIsModerator } from '../account/index.ts';
import styles from './Moderation.module.css';

const TABS = [
  { to: '/moderation', label: 'Reports' },
  { to: '/moderation/log', label: 'Log' },
];

interface ModerationFrameProps {
  title: string;
  children: ReactNode;
}

/** Around both pages for moderators; others are told that it is not for them (and the server refuses them anyway). */
export function ModerationFrame({ title, children }: ModerationFrameProps) {
  const { status } = useSession();
  const isModerator = useIsModerator();
  return (
    <div className={styles.page}>
      <title>{`${title} · Moderation · Cruddur`}</title>
      <meta name="robots" content="noindex" />
      {isModerator ? (
        <>
          <h1 className={styles.title}>Moderation</h1>
          <Tabs label="Moderation" tabs={TABS} />
          {children}
        </>
      ) : (
        status !== 'unknown' && (
          <EmptyState
            icon="shield"
            title="For moderators"
            level={1}
            action={<ButtonLink to="/">Go to the home feed</ButtonLink>}
          >
            This page is for those who look after Cruddur.
          </EmptyState>
        )
      )}
    </div>
  );
}
