import forgetUploadsSql from '../../sql/queries/forget_image_uploads.sql';
import forgetSql from '../../sql/queries/forget_images.sql';
import staleSql from '../../sql/queries/stale_images.sql';
import { execute } from '../shared/database.ts';
import { deleteVersions, type Version } from '../shared/images/bucket.ts';
import { log } from '../shared/log.ts';
import { observed } from '../shared/observed.ts';

const PATIENCE = { patienceMs: 60_000 };

/**
 * Runs once a day: deletes the files of versions that are not shown, whoever was interrupted before doing so, and those
 * of people who have left; then forgets them. Throws when it cannot, so that the alarm on failed runs sees it.
 */
export const handler = observed(async (): Promise<{ swept: number }> => {
  let swept = 0;
  for (;;) {
    const rows = await execute<{ item: Version | string }>(staleSql, {}, PATIENCE);
    if (!rows.length) break;
    const versions = rows.map(({ item }) =>
      typeof item === 'string' ? (JSON.parse(item) as Version) : item,
    );
    await deleteVersions(versions);
    await execute(forgetSql, { images: JSON.stringify(versions) }, PATIENCE);
    swept += versions.length;
  }
  await execute(forgetUploadsSql, {}, PATIENCE);
  log('info', 'Swept.', { swept });
  return { swept };
});
