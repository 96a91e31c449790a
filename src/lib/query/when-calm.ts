import { queryClient } from './query-client.ts';

const LATE_MS = 1000;

/** What is on its way besides queries: the code of screens. */
let held = 0;
let check: (() => void) | undefined;
let calm: Promise<void> | undefined;

/** The page is not calm before this has come. Answers the same promise. */
export function holdCalm<T>(coming: Promise<T>): Promise<T> {
  held += 1;
  const done = (): void => {
    held -= 1;
    check?.();
  };
  coming.then(done, done);
  return coming;
}

/**
 * Resolves when the page shows what it was opened for and the browser has time: the moment for what is not needed to
 * read. At once ever after.
 */
export function whenCalm(): Promise<void> {
  calm ??= new Promise((resolve) => {
    const cache = queryClient.getQueryCache();
    const isQuiet = (): boolean => held === 0 && queryClient.isFetching() === 0;
    // Queries that wait for something else are there too, and say nothing.
    const isSettled = (): boolean =>
      isQuiet() && cache.getAll().some(({ state }) => state.status !== 'pending');
    let asked = false;
    function finish(): void {
      check = undefined;
      stop();
      clearTimeout(late);
      resolve();
    }
    function idle(): void {
      asked = false;
      // What has come may have asked for more.
      if (isSettled()) finish();
    }
    check = () => {
      if (asked || !isSettled()) return;
      asked = true;
      // Safari has none.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(idle, { timeout: 2000 });
      else setTimeout(idle, 200);
    };
    const stop = cache.subscribe(check);
    // A page without anything to load is calm too.
    const late = setTimeout(() => isQuiet() && finish(), LATE_MS);
    check();
  });
  return calm;
}
