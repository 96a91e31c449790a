import { queryClient } from './query-client.ts';

/**
 * Resolves when the page shows what it was opened for and the browser has time: the moment for what is not needed to
 * read. At once ever after.
 */
export function whenCalm(): Promise<void> {
  calm ??= new Promise((resolve) => {
    const cache = queryClient.getQueryCache();
    const settled = (): boolean => cache.getAll().length > 0 && queryClient.isFetching() === 0;
    const idle = (): void => {
      // Safari has none.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 });
      else setTimeout(resolve, 200);
    };
    if (settled()) return idle();
    const stop = cache.subscribe(() => {
      if (!settled()) return;
      stop();
      clearTimeout(late);
      idle();
    });
    // A page without anything to load is calm too.
    const late = setTimeout(() => {
      stop();
      idle();
    }, 4000);
  });
  return calm;
}

let calm: Promise<void> | undefined;
