/**
 * Anybody may report, and each line in the log costs money. So an instance of the function notes down at most `lines` in a
 * minute; a flood of reports is counted, by the metric, and costs no more than the requests that bring it (docs/costs.md).
 */
export interface LineBudget {
  /** `note` this one, `tell` that more were left out (once a minute), or `skip` it. */
  take(now: number): 'note' | 'tell' | 'skip';
}

const MINUTE_MS = 60_000;

export function createLineBudget(lines: number): LineBudget {
  let begin = -Infinity;
  let taken = 0;
  return {
    take(now) {
      if (now - begin >= MINUTE_MS || now < begin) {
        begin = now;
        taken = 0;
      }
      taken += 1;
      if (taken <= lines) return 'note';
      return taken === lines + 1 ? 'tell' : 'skip';
    },
  };
}
