import { deleteVersions } from './bucket.ts';
import { publishOutcome } from './publish.ts';
import type { ImageRecords, Outcome } from './records.ts';

/**
 * What follows once it is decided what the picture is: those who listen are told, and the files that nobody will ask
 * for any more are deleted. Each step may be repeated; whoever is interrupted starts again here. Neither step waits for
 * the other to succeed.
 */
export async function wrapUp(records: ImageRecords, outcome: Outcome): Promise<void> {
  const { profileId, kind, unwanted, told } = outcome;
  if (told && !unwanted.length) return;
  const [telling, tidying] = await Promise.allSettled([
    told ? undefined : publishOutcome(outcome),
    deleteVersions(unwanted.map((version) => ({ profileId, kind, version }))),
  ]);
  const done = { ...outcome, unwanted: tidying.status === 'fulfilled' ? unwanted : [] };
  await records.finish(done, told || telling.status === 'fulfilled');
  for (const step of [telling, tidying]) if (step.status === 'rejected') throw step.reason;
}
