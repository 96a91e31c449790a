import { useEffect } from 'react';
import { Link, Route, Routes, useLocation, useParams } from 'react-router';
import { useSession } from '../../lib/session/session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/StateCard.tsx';
import { ConversationList } from './list/ConversationList.tsx';
import { MessagingContext } from './live/context.ts';
import { followMessages, useCurrentMessaging } from './live/current.ts';
import { NewConversation } from './start/NewConversation.tsx';
import { Thread, useThread } from './thread/Thread.tsx';
import { useOpen } from './thread/use-open.ts';
import styles from './MessagesScreen.module.css';

/** Messages: all conversations, and one of them beside; on a phone one after the other. */
export function MessagesScreen() {
  const { status } = useSession();
  const messaging = useCurrentMessaging();
  const { pathname } = useLocation();
  const isList = /^\/messages\/?$/.test(pathname);
  useEffect(followMessages, []);
  return (
    <>
      <title>Messages · Cruddur</title>
      <meta name="robots" content="noindex" />
      <h1 className="visually-hidden">Messages</h1>
      {status === 'guest' && <ForPeople from={pathname} />}
      {status !== 'guest' && !messaging && <Loading />}
      {messaging && (
        <MessagingContext value={messaging} key={messaging.me}>
          <div className={classNames(styles.panes, isList ? styles.onList : styles.onOne)}>
            <section className={styles.list} aria-label="All conversations">
              <header className={styles.header}>
                <h2 className={styles.title}>Messages</h2>
                <Link to="/messages/new" className={styles.new} aria-label="New message" title="New message">
                  <Icon name="plus" />
                </Link>
              </header>
              <div className={styles.scroll}>
                <ConversationList />
              </div>
            </section>
            <div className={styles.one}>
              <Routes>
                <Route index element={<NothingOpen />} />
                <Route path="new" element={<NewConversation />} />
                <Route path=":id" element={<OneConversation />} />
              </Routes>
            </div>
          </div>
        </MessagingContext>
      )}
    </>
  );
}

function OneConversation() {
  const { id = '' } = useParams();
  return <Opened key={id} id={id} />;
}

function Opened({ id }: { id: string }) {
  const { opening, retry } = useOpen(id);
  const thread = useThread(id);
  if (thread && opening.status !== 'gone') return <Thread {...thread} />;
  if (opening.status === 'failed') return <ErrorState error={opening.error} onRetry={retry} />;
  if (opening.status === 'loading') return <Loading />;
  return (
    <EmptyState
      icon="envelope"
      title="This conversation is not here"
      action={<ButtonLink to="/messages">All messages</ButtonLink>}
    >
      It never was, or you are not in it any more.
    </EmptyState>
  );
}

function NothingOpen() {
  return (
    <EmptyState icon="envelope" title="Choose a conversation">
      Or start a new one with the plus.
    </EmptyState>
  );
}

function Loading() {
  return (
    <div role="status" className={styles.loading}>
      <Spinner />
      <span className="visually-hidden">Loading</span>
    </div>
  );
}

function ForPeople({ from }: { from: string }) {
  return (
    <EmptyState
      icon="envelope"
      title="Messages are for members"
      action={
        <ButtonLink to="/sign-in" state={{ from }} kind="primary">
          Sign in
        </ButtonLink>
      }
    >
      Sign in to read and write yours.
    </EmptyState>
  );
}
