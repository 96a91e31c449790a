import { fetchOutcome, type ImageChange } from '../api/documents.ts';

/** Asked at these times while nothing is heard: signals may be missed, and are not sent again. */
const ASK_AFTER_MS = [1000, 2000, 3000, 5000, 5000, 10_000, 10_000, 15_000, 15_000, 30_000, 30_000];

export interface Outcomes {
  /** What was heard of an upload; calls back at once when that was earlier. */
  heard(id: string, tell: (change: ImageChange) => void): () => void;
}

/**
 * What became of an upload that is in the bucket: by the signal, and by asking. Throws AppError when asking fails for
 * good; after two minutes answers what is known, which may be PENDING.
 */
export async function waitForOutcome(id: string, outcomes: Outcomes): Promise<ImageChange> {
  let stop: (() => void) | undefined;
  const signal = new Promise<ImageChange>((resolve) => {
    stop = outcomes.heard(id, resolve);
  });
  try {
    let known: ImageChange | undefined;
    for (const ms of ASK_AFTER_MS) {
      const heard = await Promise.race([signal, after(ms)]);
      known = heard ?? (await fetchOutcome(id));
      if (known.status !== 'PENDING') return known;
    }
    return known!;
  } finally {
    stop?.();
  }
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
