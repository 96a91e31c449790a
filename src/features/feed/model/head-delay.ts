const FIRST_MS = 2500;
const LONGEST_MS = 60_000;

/**
 * How long after a signal the head of the feed is read, to catch those that came without a signal of their own. The
 * longer nobody looks at what already waits, the longer: on a busy day a tab that nobody reads costs little.
 */
export function headDelay(readsSinceRevealed: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** readsSinceRevealed);
}
