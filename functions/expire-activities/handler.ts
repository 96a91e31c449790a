import deleteSql from '../../sql/queries/delete_expired.sql';
import { execute } from '../shared/database.ts';
import { log } from '../shared/log.ts';
import { observed } from '../shared/observed.ts';
import { isDatabaseAwake } from './is-awake.ts';

/** Cruds a statement: some tens of milliseconds, far from the Data API's 45 s. */
const BATCH = 200;
const PATIENCE = { patienceMs: 30_000 };
/** A minute less than the function may run. */
const TIME_MS = 240_000;

/**
 * Runs once an hour: deletes what has expired, with likes, replies and all that hangs on it, in batches. While the
 * database sleeps it sleeps on (docs/adr/0017). May run at any time, twice at once too; what one run leaves, the next one
 * takes. Throws when it cannot work, so that the event is tried again and then kept.
 */
export const handler = observed(async (): Promise<{ deleted: number; asleep: boolean }> => {
  if (!(await isDatabaseAwake())) {
    log('info', 'The database sleeps.');
    return { deleted: 0, asleep: true };
  }
  let deleted = 0;
  for (const deadline = Date.now() + TIME_MS; Date.now() < deadline;) {
    const [row] = await execute<{ item: number }>(deleteSql, { most: BATCH }, PATIENCE);
    if (!row?.item) break;
    deleted += row.item;
  }
  log('info', 'Deleted what had expired.', { deleted });
  return { deleted, asleep: false };
});
