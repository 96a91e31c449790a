import { useMemo } from 'react';
import { crudKey } from '../../../lib/data/activity.ts';
import { replyTree, type ThreadData } from '../../../lib/data/thread.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { usePending } from '../../compose/index.ts';
import { MoreReplies } from './MoreReplies.tsx';
import { ReplyItem, type PendingReplies } from './ReplyItem.tsx';
import styles from './Thread.module.css';

const LEVELS = 3;

/** All that answers a crud, as far as it was loaded, oldest first. */
export function Replies({ thread }: { thread: ThreadData & { focused: Activity } }) {
  const { focused, replies, more } = thread;
  const { activities, pending } = usePendingReplies(replies);
  const tree = useMemo(
    () => replyTree(focused.id, [...replies, ...activities], LEVELS),
    [focused.id, replies, activities],
  );
  return (
    <section className={styles.replies} aria-labelledby="replies">
      <h2 id="replies" className="visually-hidden">
        Replies
      </h2>
      <ol>
        {tree.map((node) => (
          <ReplyItem key={crudKey(node.activity)} node={node} level={1} thread={thread} pending={pending} />
        ))}
      </ol>
      {focused.id in more && <MoreReplies threadOf={focused.id} parentId={focused.id} automatic />}
      {tree.length === 0 && !(focused.id in more) && <p className={styles.quiet}>No replies yet.</p>}
    </section>
  );
}

/** One's own replies that are on their way, and by their keys what stands under each. */
function usePendingReplies(replies: readonly Activity[]): {
  activities: Activity[];
  pending: PendingReplies;
} {
  const all = usePending();
  return useMemo(() => {
    const known = new Set(replies.map(crudKey));
    const own = all.filter(({ activity }) => activity.parentId && !known.has(crudKey(activity)));
    return {
      activities: own.map(({ activity }) => activity),
      pending: new Map(own.map((entry) => [crudKey(entry.activity), entry])),
    };
  }, [replies, all]);
}
