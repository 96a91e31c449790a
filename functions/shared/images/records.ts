import type { ImageRefusal } from '../../../shared/image-refusals.ts';
import type { ImageKind } from '../../../shared/images.ts';
import beginSql from '../../../sql/queries/begin_image_upload.sql';
import finishSql from '../../../sql/queries/finish_image.sql';
import keepSql from '../../../sql/queries/keep_image_files.sql';
import refuseSql from '../../../sql/queries/refuse_image.sql';
import removeSql from '../../../sql/queries/remove_image.sql';
import settleSql from '../../../sql/queries/settle_image.sql';
import startSql from '../../../sql/queries/start_image_upload.sql';
import { execute, type Value } from '../database.ts';
import type { Upload } from './upload-key.ts';

/** What became of an upload or a removal: the GraphQL type ImageChange, and what is left to do. */
export interface Outcome {
  id: string;
  profileId: string;
  kind: ImageKind;
  status: 'PENDING' | 'READY' | 'REFUSED' | 'SUPERSEDED';
  reason: ImageRefusal | null;
  version: string | null;
  /** How often a function began to work on it. */
  attempts: number;
  /** Whether those who listen know of it. */
  told: boolean;
  /** Versions whose files are to be deleted. */
  unwanted: string[];
}

async function item<T>(
  sql: string,
  values: Record<string, Value>,
  patienceMs: number,
): Promise<T | undefined> {
  const [row] = await execute<{ item: unknown }>(sql, values, { patienceMs });
  const value = row?.item ?? undefined;
  return (typeof value === 'string' ? JSON.parse(value) : value) as T | undefined;
}

/** Everything here throws what `execute` throws. @param patienceMs how long to wait for a sleeping database */
export function imageRecords(patienceMs: number) {
  return {
    begin: ({ id, ownerId, kind }: Upload) => item(beginSql, { id, profile_id: ownerId, kind }, patienceMs),
    /** Undefined when nobody may upload that (any more). */
    start: ({ id, ownerId, kind }: Upload) =>
      item<Outcome>(startSql, { id, profile_id: ownerId, kind }, patienceMs),
    /** Before files are written: false when that would be for nothing. */
    keep: (id: string, version: string) => item<boolean>(keepSql, { id, version }, patienceMs),
    /** After they were, or when there was no need. */
    settle: (id: string, version: string) => item<Outcome>(settleSql, { id, version }, patienceMs),
    refuse: (id: string, reason: ImageRefusal) => item<Outcome>(refuseSql, { id, reason }, patienceMs),
    remove: ({ id, ownerId, kind }: Upload) =>
      item<Outcome>(removeSql, { id, profile_id: ownerId, kind }, patienceMs),
    /** Notes that the unwanted files are deleted, and whether those who listen were told. */
    finish: ({ id, profileId, kind, unwanted }: Outcome, told: boolean) =>
      item(
        finishSql,
        { id, profile_id: profileId, kind, versions: JSON.stringify(unwanted), told },
        patienceMs,
      ),
  };
}

export type ImageRecords = ReturnType<typeof imageRecords>;
