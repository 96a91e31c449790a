import type { ImageKind } from '../../shared/images.ts';
import { answer, type Answer } from '../shared/answer.ts';
import { imageRecords, type Outcome } from '../shared/images/records.ts';
import { ulid } from '../shared/images/ulid.ts';
import { wrapUp } from '../shared/images/wrap-up.ts';
import { log } from '../shared/log.ts';
import { observed } from '../shared/observed.ts';

/** AppSync waits 30 s for a data source; a paused database resumes in about 15 s. */
const records = imageRecords(18_000);

/** The mutation `removeImage`. The picture is gone once the database says so; what follows is made up for if it fails. */
export const handler = observed(
  ({ userId, kind }: { userId: string; kind: ImageKind }): Promise<Answer<Outcome>> => {
    return answer(async () => {
      const outcome = await records.remove({ id: ulid(), ownerId: userId, kind });
      try {
        await wrapUp(records, outcome!);
      } catch (error) {
        log('error', 'Picture removed, but not everybody told or not every file deleted yet.', {
          userId,
          error,
        });
      }
      return outcome!;
    });
  },
);
