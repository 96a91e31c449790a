import { useCallback, useEffect, useRef, useState } from 'react';
import { ButtonLink, Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { useContacts, useConversations, useMessaging } from '../live/context.ts';
import { listed } from '../model/conversations.ts';
import { explainProblem } from '../model/explain-problem.ts';
import { othersIn } from '../model/names.ts';
import { ConversationRow } from './ConversationRow.tsx';
import styles from './ConversationList.module.css';

/** So many names of a group are asked for: as many as its line shows. */
const NAMED = 3;

/** All conversations, newest first, page by page. */
export function ConversationList() {
  const { list, me } = useMessaging();
  const state = useConversations();
  const end = useRef<HTMLDivElement>(null);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const conversations = listed(state);
  const hasMore = state.loadedTo !== '';
  const person = useContacts(conversations.flatMap((one) => othersIn(one, me).slice(0, NAMED)));

  const load = useCallback(async (): Promise<void> => {
    setLoading(true);
    setError(null);
    try {
      await list.loadMore();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setLoading(false);
    }
  }, [list]);

  const isAutomatic = hasMore && !loading && error === null;
  useEffect(() => {
    if (!isAutomatic || !end.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void load(), {
      rootMargin: '600px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isAutomatic, load, state.cursor]);

  if (!hasMore && conversations.length === 0) return <NoConversations />;
  return (
    <>
      <ul className={styles.list} aria-label="Conversations" aria-busy={loading}>
        {conversations.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} person={person} />
        ))}
      </ul>
      {state.loadedTo === null && error === null && <Skeletons />}
      <div ref={end} className={styles.end}>
        {error !== null && (
          <>
            <p role="alert">{explainProblem(error)}</p>
            <Button icon="retry" onClick={() => void load()}>
              Try again
            </Button>
          </>
        )}
        {loading && conversations.length > 0 && <Spinner />}
      </div>
    </>
  );
}

function NoConversations() {
  return (
    <EmptyState
      icon="envelope"
      title="No messages yet"
      action={
        <ButtonLink to="/messages/new" kind="primary" icon="plus">
          Write to somebody
        </ButtonLink>
      }
    >
      Messages are between you and the people you choose, up to 32 in a group. Start here, or with the
      envelope on somebody&apos;s profile. A message to yourself is a note.
    </EmptyState>
  );
}

function Skeletons() {
  return (
    <div role="status" className={styles.skeletons}>
      <span className="visually-hidden">Loading your conversations</span>
      {[1, 2, 3, 4, 5].map((number) => (
        <div key={number} className={styles.skeleton}>
          <Skeleton width={44} height={44} round />
          <div>
            <Skeleton width={140} /> <br />
            <Skeleton width={210} />
          </div>
        </div>
      ))}
    </div>
  );
}
