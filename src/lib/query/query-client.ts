import { QueryClient } from '@tanstack/react-query';

/**
 * What the API answered, for the whole page. Nothing is fetched again by itself: a list that is refreshed under the
 * reader's eyes would move. Retrying is done where it is understood (lib/data/request.ts, and Amplify for the network).
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // Offline is an error with a button, not a spinner without end.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
