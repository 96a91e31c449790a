/** The time of the local cloud. Everything under local/ asks it, never `Date.now()`, so that tests can move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds that this clock is ahead of the machine's. */
  readonly offset: number;
  /** Moves the clock forward and tells everybody who listens. */
  advance(milliseconds: number): void;
  /** Called after each `advance`; returns a function that stops listening. */
  onAdvance(listener: () => void): () => void;
}

export function createClock(initialOffset = 0): Clock {
  let offset = initialOffset;
  const listeners = new Set<() => void>();
  return {
    now: () => Date.now() + offset,
    get offset() {
      return offset;
    },
    advance(milliseconds) {
      offset += milliseconds;
      for (const listener of [...listeners]) listener();
    },
    onAdvance(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
