import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { normalizeHandle } from '../../../../shared/handle.ts';
import { fetchHandleAvailable } from '../api/edit.ts';
import { handleAdvice } from './handle-problem.ts';

/** Somebody who types is asked about once they pause. */
const PAUSE_MS = 350;

interface HandleCheck {
  /** Why it cannot be had. */
  problem?: string;
  /** What else there is to say: that it is looked up, or free. */
  text?: string;
}

/** Whether a handle can be had, as it is typed. `own`: the one that the person has. */
export function useHandleCheck(typed: string, own: string): HandleCheck {
  const handle = normalizeHandle(typed);
  const advice = handleAdvice(typed);
  const settled = useSettled(handle, PAUSE_MS);
  const worthAsking = handle !== own && !advice;
  const query = useQuery({
    queryKey: ['handle-available', settled],
    queryFn: () => fetchHandleAvailable(settled),
    enabled: worthAsking && settled === handle,
    staleTime: 10_000,
  });
  if (handle === own) return {};
  if (advice) return { problem: advice };
  if (settled !== handle || query.isPending) return { text: 'Looking whether it is free…' };
  // Changing it asks again; a check that failed keeps nobody from that.
  if (query.isError) return {};
  return query.data
    ? { text: `@${handle} is free.` }
    : { problem: 'This handle is taken. Please choose another.' };
}

/** A value once it has not changed for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
