import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import {
  fromRow,
  type NewVersion,
  type ObjectDetails,
  type ObjectRow,
  type ObjectVersion,
} from './object-version.ts';

export type Versioning = 'Enabled' | 'Suspended' | undefined;

/** The index of all objects. Everything is synchronous; callers wrap what belongs together in a transaction. */
export interface ObjectIndex {
  /** The newest version (a delete marker too), or the one that is named. */
  get(bucket: string, key: string, versionId?: string): ObjectVersion | undefined;
  /** Adds a version; answers it and the one that it takes the place of, if that is gone now. */
  put(version: NewVersion, versioning: Versioning): { added: ObjectVersion; replaced?: ObjectVersion };
  /** Removes a version for good; the newest that is left becomes the latest. */
  remove(version: ObjectVersion): void;
  setDetails(version: ObjectVersion, details: ObjectDetails): void;
  /** Latest versions that are no delete markers, by key, from `from` on. */
  page(bucket: string, from: string, inclusive: boolean, limit: number): ObjectVersion[];
  /** All versions, by key, newest first. */
  versions(bucket: string): ObjectVersion[];
  isEmpty(bucket: string): boolean;
  isFileUsed(file: string): boolean;
  /** The newest objects of a bucket, and what it holds in total. */
  newest(bucket: string, limit: number): ObjectVersion[];
  totals(bucket: string): { objects: number; bytes: number };
}

export function createObjectIndex(database: Database): ObjectIndex {
  function get(bucket: string, key: string, versionId?: string): ObjectVersion | undefined {
    const row =
      versionId === undefined
        ? database.get<ObjectRow>(
            'SELECT * FROM objects WHERE bucket = ? AND key = ? AND latest = 1',
            bucket,
            key,
          )
        : database.get<ObjectRow>(
            'SELECT * FROM objects WHERE bucket = ? AND key = ? AND version_id = ?',
            bucket,
            key,
            versionId,
          );
    return row && fromRow(row);
  }

  function remove({ bucket, key, sequence, latest }: ObjectVersion): void {
    database.run('DELETE FROM objects WHERE sequence = ?', sequence);
    if (!latest) return;
    database.run(
      `UPDATE objects SET latest = 1 WHERE sequence =
         (SELECT max(sequence) FROM objects WHERE bucket = ? AND key = ?)`,
      bucket,
      key,
    );
  }

  return {
    get,
    remove,
    put(version, versioning) {
      const { bucket, key } = version;
      const versionId = versioning === 'Enabled' ? newVersionId() : 'null';
      const replaced = versioning === 'Enabled' ? undefined : get(bucket, key, 'null');
      if (replaced) database.run('DELETE FROM objects WHERE sequence = ?', replaced.sequence);
      database.run('UPDATE objects SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1', bucket, key);
      const { lastId } = database.run(
        `INSERT INTO objects (bucket, key, version_id, latest, delete_marker, size, etag, modified_at, file, details)
         VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
        bucket,
        key,
        versionId,
        version.deleteMarker ? 1 : 0,
        version.size,
        version.etag,
        version.modifiedAt,
        version.file,
        JSON.stringify(version.details),
      );
      return { added: { ...version, versionId, latest: true, sequence: lastId }, replaced };
    },
    setDetails(version, details) {
      database.run(
        'UPDATE objects SET details = ? WHERE sequence = ?',
        JSON.stringify(details),
        version.sequence,
      );
    },
    page(bucket, from, inclusive, limit) {
      const comparison = inclusive ? '>=' : '>';
      return database
        .all<ObjectRow>(
          `SELECT * FROM objects WHERE bucket = ? AND latest = 1 AND delete_marker = 0 AND key ${comparison} ?
           ORDER BY key LIMIT ?`,
          bucket,
          from,
          limit,
        )
        .map(fromRow);
    },
    versions: (bucket) =>
      database
        .all<ObjectRow>('SELECT * FROM objects WHERE bucket = ? ORDER BY key, sequence DESC', bucket)
        .map(fromRow),
    isEmpty: (bucket) => database.get('SELECT 1 FROM objects WHERE bucket = ? LIMIT 1', bucket) === undefined,
    isFileUsed: (file) =>
      database.get(
        'SELECT 1 FROM objects WHERE file = ? UNION ALL SELECT 1 FROM parts WHERE file = ?',
        file,
        file,
      ) !== undefined,
    newest: (bucket, limit) =>
      database
        .all<ObjectRow>(
          `SELECT * FROM objects WHERE bucket = ? AND latest = 1 AND delete_marker = 0
           ORDER BY sequence DESC LIMIT ?`,
          bucket,
          limit,
        )
        .map(fromRow),
    totals: (bucket) =>
      database.get<{ objects: number; bytes: number }>(
        `SELECT count(*) AS objects, coalesce(sum(size), 0) AS bytes FROM objects
         WHERE bucket = ? AND delete_marker = 0`,
        bucket,
      ) ?? { objects: 0, bytes: 0 },
  };
}

function newVersionId(): string {
  return randomBytes(24).toString('base64url');
}
