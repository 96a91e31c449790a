import { infiniteQueryOptions } from '@tanstack/react-query';
import type { FullProfilePage } from '../../../lib/data/full-profile.ts';
import { fetchOwn, fetchTies, type OwnList, type TieList } from '../api/lists.ts';

/** A list of people, for `PeopleList`. Everything that decides what is in it belongs into the key. */
export function peopleQuery(
  key: readonly string[],
  read: (cursor: string | null) => Promise<FullProfilePage>,
) {
  return infiniteQueryOptions({
    queryKey: ['people', ...key],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    // Read anew each time that somebody opens it: who follows whom changes elsewhere.
    staleTime: 0,
  });
}

export type PeopleQuery = ReturnType<typeof peopleQuery>;

/** Who follows somebody, whom they follow, or who likes a crud. */
export const tiesQuery = (list: TieList | 'likersOf', id: string): PeopleQuery =>
  peopleQuery(['ties', list, id], (cursor) => fetchTies(list, id, cursor));

/** Whom the signed-in person blocked or muted. */
export const ownQuery = (list: OwnList): PeopleQuery =>
  peopleQuery([list], (cursor) => fetchOwn(list, cursor));
