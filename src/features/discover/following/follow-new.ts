import { feedSignals, headDelay } from '../../feed/index.ts';

/**
 * Looks for new cruds, a while after something may have come, until the returned function is called: the longer nobody
 * shows what was found, the rarer.
 * @param look answers how many there are now
 * @param found hears of it; not of an answer that came too late
 */
export function followNew(look: () => Promise<number>, found: (count: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let stopped = false;

  async function read(): Promise<void> {
    timer = undefined;
    if (stopped || document.hidden) return;
    looks += 1;
    try {
      const count = await look();
      if (!stopped) found(count);
    } catch {
      // The next signal, or coming back, looks again; nothing that is shown depends on it.
    }
  }

  const stopListening = feedSignals.subscribe(() => {
    timer ??= setTimeout(() => void read(), headDelay(looks));
  });
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening();
  };
}
