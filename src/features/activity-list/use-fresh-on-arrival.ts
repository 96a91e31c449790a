import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { queryClient } from '../../lib/query/query-client.ts';
import type { ActivityListQuery } from './list-query.ts';
import { firstPageOf } from '../../lib/data/pages.ts';

const FRESH_MS = 30_000;

/** Whoever comes to a list anew gets it as it is now; whoever goes back finds it as it was. */
export function useFreshOnArrival({ queryKey }: ActivityListQuery, enabled: boolean): void {
  const { key: entry } = useLocation();
  const arrivedBy = useNavigationType();
  useEffect(() => {
    const state = queryClient.getQueryState(queryKey);
    if (!enabled || arrivedBy === 'POP' || !state?.data) return;
    if (Date.now() - state.dataUpdatedAt < FRESH_MS) return;
    queryClient.setQueryData(queryKey, (list) => list && firstPageOf(list));
    void queryClient.invalidateQueries({ queryKey, exact: true });
    // The key is a new array each time, but says the same for as long as the entry of the history is the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [entry, arrivedBy, enabled]);
}
