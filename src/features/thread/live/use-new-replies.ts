import { useEffect, useEffectEvent, useState } from 'react';
import { isLive } from '../../../lib/data/activity.ts';
import { addReply } from '../../../lib/data/cache/threads.ts';
import { followConnection } from '../../../lib/data/connection.ts';
import { fetchActivity } from '../../../lib/data/fetch-activity.ts';
import { withReply, type ThreadData } from '../../../lib/data/thread.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { useSession } from '../../../lib/session/session.ts';
import { countOf } from '../../../lib/format/count.ts';
import { announce } from '../../../ui/toast-store.ts';
import { threadQuery } from '../thread-query.ts';
import { watchThread } from './on-thread-reply.ts';

interface NewReplies {
  /** Those that came and wait to be shown. */
  waiting: readonly Activity[];
  /** Shows them; answers the first one. */
  reveal: () => Activity | undefined;
}

/** Replies by others that come while the thread is read. They wait, so that nothing moves under the reader's eyes. */
export function useNewReplies(thread: ThreadData & { focused: Activity }): NewReplies {
  const { focused } = thread;
  const session = useSession();
  const me = session.status === 'person' ? session.person.userId : undefined;
  const [arrived, setArrived] = useState<readonly Activity[]>([]);
  const threadId = focused.threadId ?? focused.id;

  const onReply = useEffectEvent(async (reply: Activity) => {
    // One's own come through the outbox. Where more are to be loaded, the new one is among them.
    if (reply.author.id === me || (reply.parentId && reply.parentId in thread.more)) return;
    if (withReply(thread, reply) === thread) return;
    // The news goes to whoever listens; whether this reader may see it, only asking says. Without an answer it stays out
    // until the thread is read again.
    const seen = await fetchActivity(reply.id).catch(() => undefined);
    if (!seen) return;
    setArrived((all) => [...all.filter(({ id }) => id !== seen.id), seen]);
    announce('A new reply came.');
  });
  const catchUp = useEffectEvent(() => {
    void queryClient.invalidateQueries({ queryKey: threadQuery(focused.id).queryKey });
  });

  useEffect(() => {
    if (!me) return undefined;
    let stop: (() => void) | undefined;
    let over = false;
    const ended = (): void => {
      stop = undefined;
    };
    watchThread(threadId, { next: (reply) => void onReply(reply), error: ended }).then((unsubscribe) => {
      if (over) unsubscribe();
      else stop = unsubscribe;
    }, ended);
    const stopFollowing = followConnection({ connected: (missed) => missed && catchUp() });
    return () => {
      over = true;
      stop?.();
      stopFollowing();
    };
  }, [threadId, me]);

  const known = new Set(thread.replies.map(({ id }) => id));
  const waiting = arrived.filter((reply) => !known.has(reply.id) && isLive(reply, Date.now()));
  return {
    waiting,
    reveal() {
      for (const reply of waiting) addReply(reply);
      setArrived([]);
      announce(`${countOf(waiting.length, 'reply', 'replies')} shown.`);
      return waiting[0];
    },
  };
}
