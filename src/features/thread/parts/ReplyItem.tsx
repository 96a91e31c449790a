import { Link } from 'react-router';
import { crudKey } from '../../../lib/data/activity.ts';
import type { ReplyNode, ThreadData } from '../../../lib/data/thread.ts';
import { countOf } from '../../../lib/format/count.ts';
import type { Pending } from '../../compose/index.ts';
import { FadingCrud } from '../../crud/index.ts';
import { MoreReplies } from './MoreReplies.tsx';
import styles from './Thread.module.css';

/** By the key of a reply that is on its way: what stands under it. */
export type PendingReplies = ReadonlyMap<string, Pending>;

interface ReplyItemProps {
  node: ReplyNode;
  /** 1 for what answers the crud itself. */
  level: number;
  thread: ThreadData;
  pending: PendingReplies;
}

const DEEPEST = 3;

/** A reply, and what answers it. */
export function ReplyItem({ node, level, thread, pending }: ReplyItemProps) {
  const { activity, children } = node;
  const { id, replyCount } = activity;
  const hasMore = id in thread.more;
  const goesDeeper = level === DEEPEST && replyCount > 0;
  return (
    <li className={styles.reply} data-level={level}>
      <FadingCrud activity={activity} inThread pending={pending.get(crudKey(activity))} />
      {children.length > 0 && (
        <ol className={styles.children} aria-label={`Replies to ${activity.author.displayName}`}>
          {children.map((child) => (
            <ReplyItem
              key={crudKey(child.activity)}
              node={child}
              level={level + 1}
              thread={thread}
              pending={pending}
            />
          ))}
        </ol>
      )}
      {hasMore && !goesDeeper && <MoreReplies threadOf={thread.focused!.id} parentId={id} />}
      {goesDeeper && (
        <Link to={`/cruds/${id}`} className={styles.more}>
          Read on: {countOf(replyCount, 'reply', 'replies')}
        </Link>
      )}
    </li>
  );
}
