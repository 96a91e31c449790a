/** Counts work in flight (triggers, streams, subscriptions), so that nobody needs to sleep. */
export interface Tracker {
  /** Holds `settle()` until the promise ends, and returns it. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is in flight, including what the work itself started. */
  settle(): Promise<void>;
}

export function createTracker(): Tracker {
  let inFlight = 0;
  // A macrotask later, so that work started by the continuation of what has just ended counts.
  const tellSoon = (): void => {
    setImmediate(() => {
      if (inFlight > 0) return;
      const resolve = waiting;
      waiting = [];
      for (const done of resolve) done();
    });
  };
  let waiting: (() => void)[] = [];
  const ended = (): void => {
    inFlight -= 1;
    tellSoon();
  };
  return {
    track(work) {
      inFlight += 1;
      work.then(ended, ended);
      return work;
    },
    settle() {
      tellSoon();
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
