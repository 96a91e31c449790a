import { queryClient } from '../../../lib/query/query-client.ts';

/** Stands in the cache so that whoever invalidates everything invalidates it too. */
const KEY = ['message-contacts'];

/** Tells when the rules between people changed, as after a block; returns a function that stops it. */
export function watchRules(changed: () => void): () => void {
  queryClient.setQueryData(KEY, true);
  return queryClient.getQueryCache().subscribe((event) => {
    const isInvalidation = event.type === 'updated' && event.action.type === 'invalidate';
    if (isInvalidation && event.query.queryKey[0] === KEY[0]) changed();
  });
}
