import { createStore } from '../store/create-store.ts';
import { toAppError } from '../errors/to-app-error.ts';

/** How many requests wait for a database that is resuming. */
export const waking = createStore(0);

const DELAYS_MS = [1000, 2000, 3000, 4000, 5000, 5000, 5000, 5000, 5000, 5000];

/**
 * Runs `send` until the database is awake: a paused one takes about 15 s, after a long pause longer. Anything else that
 * goes wrong is thrown at once; so is the last refusal after 40 s.
 */
export async function patiently<T>(
  send: () => Promise<T>,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<T> {
  let waited = false;
  try {
    for (const delay of [...DELAYS_MS, undefined]) {
      try {
        return await send();
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.type !== 'DatabaseResuming' || delay === undefined) throw error;
      }
      if (!waited) waking.set((count) => count + 1);
      waited = true;
      await wait(delay!);
    }
    throw new Error('unreachable');
  } finally {
    if (waited) waking.set((count) => count - 1);
  }
}
