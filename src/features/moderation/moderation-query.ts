import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchLog, fetchReports } from './api/moderation.ts';

/** What nobody has dealt with yet, oldest first; read anew each time that it is opened. */
export const reportsQuery = infiniteQueryOptions({
  queryKey: ['moderation', 'reports'],
  queryFn: ({ pageParam }) => fetchReports(pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.cursor,
  staleTime: 0,
});

/** What moderators did, newest first. */
export const logQuery = infiniteQueryOptions({
  queryKey: ['moderation', 'log'],
  queryFn: ({ pageParam }) => fetchLog(pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.cursor,
  staleTime: 0,
});
