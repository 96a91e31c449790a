import { WATCHED_MAX } from '../../../../shared/limits.ts';

/** How many subscriptions a page has open for what is on screen. A tall window shows about ten cruds. */
export const WATCHES_MAX = 4;

/** The cruds of one subscription. */
export type Watch = readonly string[];

/**
 * Which subscriptions are to be open for what is on screen. Those that still show something stay as they are, since
 * opening one costs a round trip and a moment without news; only when they would become too many, all start anew.
 * @param visible from the top
 */
export function planWatches(open: readonly Watch[], visible: readonly string[]): readonly Watch[] {
  const wanted = visible.slice(0, WATCHED_MAX * WATCHES_MAX);
  const kept = open.filter((watch) => watch.some((id) => wanted.includes(id)));
  const covered = new Set(kept.flat());
  const plan = [...kept, ...chunks(wanted.filter((id) => !covered.has(id)))];
  return plan.length <= WATCHES_MAX ? plan : chunks(wanted);
}

function chunks(ids: readonly string[]): Watch[] {
  return Array.from({ length: Math.ceil(ids.length / WATCHED_MAX) }, (_, index) =>
    ids.slice(index * WATCHED_MAX, (index + 1) * WATCHED_MAX),
  );
}
