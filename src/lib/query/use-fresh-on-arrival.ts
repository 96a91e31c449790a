import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { queryClient } from './query-client.ts';

const FRESH_MS = 30_000;

/**
 * Whoever comes to a page anew gets it as it is now; whoever goes back finds it as it was.
 * @param prepare runs before what is cached is read again, for example to shorten it
 */
export function useFreshOnArrival(queryKey: QueryKey, enabled = true, prepare?: () => void): void {
  const { key: entry } = useLocation();
  const arrivedBy = useNavigationType();
  const arrive = useEffectEvent(() => {
    const state = queryClient.getQueryState(queryKey);
    if (!state?.data || Date.now() - state.dataUpdatedAt < FRESH_MS) return;
    prepare?.();
    void queryClient.invalidateQueries({ queryKey, exact: true });
  });
  const name = JSON.stringify(queryKey);
  useEffect(() => {
    if (enabled && arrivedBy !== 'POP') arrive();
  }, [entry, name, arrivedBy, enabled]);
}
