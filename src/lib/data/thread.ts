import type { Activity } from './types.ts';

/** A crud, what it answers and what answers it, as far as it was loaded. */
export interface ThreadData {
  /** Null once it is gone. */
  focused: Activity | null;
  /** From the one farthest up to the parent. */
  ancestors: readonly Activity[];
  /** In no particular order; `replyTree` puts them in theirs. */
  replies: readonly Activity[];
  /** By the id of a crud with more replies than were loaded: the cursor for them; null for all of them. */
  more: Readonly<Record<string, string | null>>;
}

/** One reply more, when what it answers is in the thread; the same object otherwise, and when it is there already. */
export function withReply(thread: ThreadData, reply: Activity): ThreadData {
  const { parentId } = reply;
  const isHere = parentId === thread.focused?.id || thread.replies.some(({ id }) => id === parentId);
  if (!isHere || thread.replies.some(({ id }) => id === reply.id)) return thread;
  return { ...thread, replies: [...thread.replies, reply] };
}

/** What was loaded of one crud's replies, added to a thread. */
export function withLoaded(thread: ThreadData, parentId: string, loaded: ThreadData): ThreadData {
  const known = new Set(thread.replies.map(({ id }) => id));
  const { [parentId]: _, ...others } = thread.more;
  return {
    ...thread,
    replies: [...thread.replies, ...loaded.replies.filter(({ id }) => !known.has(id))],
    more: { ...others, ...loaded.more },
  };
}

/** A reply with the replies to it. */
export interface ReplyNode {
  activity: Activity;
  children: readonly ReplyNode[];
}

const oldestFirst = (a: Activity, b: Activity): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;

/** The replies under one crud, oldest first at each level, down to a depth. */
export function replyTree(
  parentId: string,
  replies: readonly Activity[],
  depth: number,
): readonly ReplyNode[] {
  const byParent = Map.groupBy(replies.toSorted(oldestFirst), (reply) => reply.parentId ?? '');
  const below = (id: string, levels: number): ReplyNode[] =>
    levels === 0
      ? []
      : (byParent.get(id) ?? []).map((activity) => ({ activity, children: below(activity.id, levels - 1) }));
  return below(parentId, depth);
}
