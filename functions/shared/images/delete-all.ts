import imagesOfSql from '../../../sql/queries/images_of.sql';
import { execute } from '../database.ts';
import { deleteVersions, type Version } from './bucket.ts';

/** Deletes every picture of somebody whose profile is deleted. What is under way now, sweep-images finds. */
export async function deleteAllImages(userId: string, patienceMs: number): Promise<void> {
  const rows = await execute<{ item: Version | string }>(imagesOfSql, { profile_id: userId }, { patienceMs });
  await deleteVersions(
    rows.map(({ item }) => (typeof item === 'string' ? (JSON.parse(item) as Version) : item)),
  );
}
