import { queryClient } from '../../query/query-client.ts';
import type { Store } from '../../store/create-store.ts';
import type { Activity, QuotedActivity } from '../types.ts';
import { REMOVED, rewrite, type Rule } from './rewrite.ts';
import { changing, looking, removing, rewording } from './rules.ts';

/** Stores outside of react-query that hold cruds too. */
const holders = new Set<Store<unknown>>();

/** Lets changes reach what a store holds, as they reach what react-query has cached. */
export function holdsCruds<T>(store: Store<T>): void {
  holders.add(store as Store<unknown>);
}

/** Applies a rule to whatever is cached, or to the queries that `only` picks by their key. */
export function apply(rule: Rule, only?: (queryKey: readonly unknown[]) => boolean): void {
  for (const query of queryClient.getQueryCache().getAll()) {
    const { data, dataUpdatedAt } = query.state;
    if (data === undefined || (only && !only(query.queryKey))) continue;
    const next = rewrite(data, rule);
    if (next === data) continue;
    queryClient.setQueryData(query.queryKey, next === REMOVED ? null : next, { updatedAt: dataUpdatedAt });
  }
  if (only) return;
  for (const store of holders) {
    const value = store.get();
    const next = rewrite(value, rule);
    if (next !== REMOVED) store.set(next);
  }
}

function each(look: (activity: Activity | QuotedActivity) => void): void {
  apply(looking(look));
}

/** Changes one crud in every list, thread and notification that is cached. */
export function changeActivity(id: string, change: (activity: Activity) => Activity): void {
  apply(changing(id, change));
}

/** The same for its text, which also stands where it is quoted. */
export function rewordActivity(id: string, message: string, editedAt: string | null): void {
  changeActivity(id, (activity) => ({ ...activity, message, editedAt }));
  apply(rewording(id, message, editedAt));
}

/** A crud as it is cached; undefined when it is in no list. */
export function cachedActivity(id: string): Activity | undefined {
  let found: Activity | undefined;
  each((activity) => {
    if (activity.id === id && 'clientId' in activity) found ??= activity;
  });
  return found;
}

/** A crud is gone: deleted, expired or hidden. Its replies go with it; where it is quoted, the quote is empty. */
export function removeActivity(id: string): void {
  removeAll(new Set([id]));
}

/** Whatever somebody wrote goes, with the replies to it: after a block, for example. */
export function removeActivitiesOf(authorId: string): void {
  const ids = new Set<string>();
  each((activity) => {
    if (activity.author.id === authorId) ids.add(activity.id);
  });
  removeAll(ids);
}

function removeAll(ids: Set<string>): void {
  if (ids.size === 0) return;
  const parents = new Map<string, string | null>();
  each(({ id, parentId, threadId }) => {
    parents.set(id, parentId ?? null);
    if (threadId && ids.has(threadId)) ids.add(id);
  });
  let before: number;
  do {
    before = ids.size;
    for (const [id, parentId] of parents) if (parentId && ids.has(parentId)) ids.add(id);
  } while (ids.size > before);
  // A parent that stays has one reply less for each that goes.
  for (const id of ids) {
    const parentId = parents.get(id);
    if (parentId && !ids.has(parentId)) changeActivity(parentId, withReplies(-1));
  }
  apply(removing(ids));
}

/** A change of a crud's number of replies. */
function withReplies(step: number): (activity: Activity) => Activity {
  return (activity) => ({ ...activity, replyCount: Math.max(0, activity.replyCount + step) });
}
