import { infiniteQueryOptions } from '@tanstack/react-query';
import { PAGE_SIZE } from '../../../shared/limits.ts';
import { ACTIVITY_FIELDS } from '../../lib/data/fields.ts';
import { request } from '../../lib/data/request.ts';
import type { ActivityPage } from '../../lib/data/types.ts';

/** The arguments that a list's field takes besides `limit` and `cursor`: their GraphQL types, and their values. */
type Arguments = Record<string, { type: string; value: string }>;

/** Reads pages of a field that answers `ActivityPage`; the first one without a cursor. Throws AppError. */
export function pagesOf(
  field: string,
  args: Arguments = {},
): (cursor: string | null) => Promise<ActivityPage> {
  const names = Object.keys(args);
  const declared = names.map((name) => `, $${name}: ${args[name]!.type}`).join('');
  const passed = names.map((name) => `, ${name}: $${name}`).join('');
  const document = `query ${field}($limit: Int, $cursor: String${declared}) {
    ${field}(limit: $limit, cursor: $cursor${passed}) { items { ${ACTIVITY_FIELDS} } cursor head }
  }`;
  const values = Object.fromEntries(names.map((name) => [name, args[name]!.value]));
  return async (cursor) => {
    const answer = await request<Record<string, ActivityPage>>(document, {
      ...values,
      limit: PAGE_SIZE,
      cursor,
    });
    return answer[field]!;
  };
}

/**
 * A list of cruds, for `ActivityList`: `activityListQuery('activitiesByHashtag', { tag: { type: 'String!', value } })`.
 * The values are part of its key, so that another hashtag is another list.
 */
export function activityListQuery(field: string, args: Arguments = {}) {
  const read = pagesOf(field, args);
  return infiniteQueryOptions({
    queryKey: ['activities', field, ...Object.values(args).map(({ value }) => value)],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
  });
}

export type ActivityListQuery = ReturnType<typeof activityListQuery>;
