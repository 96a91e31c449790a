import { runtime, util } from '@aws-appsync/utils';
import { SEARCH_MAX } from '../../../../shared/limits.ts';

/** What to search for. Without anything the field answers an empty page, and the database is not asked. */
export function searchQuery(query: string): string {
  if (query.length > SEARCH_MAX) {
    util.error(`A search has at most ${SEARCH_MAX} characters.`, 'QueryTooLong');
  }
  if (query.trim().length === 0) runtime.earlyReturn({ items: [], cursor: null, head: null });
  return query;
}
