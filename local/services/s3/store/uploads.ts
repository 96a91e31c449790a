import { randomBytes } from 'node:crypto';
import type { Checksum } from '../checksums/checksum.ts';
import type { ChecksumAlgorithm } from '../checksums/digest.ts';
import type { Database } from './database.ts';
import type { ObjectDetails } from './object-version.ts';

export interface UploadDetails {
  readonly object: ObjectDetails;
  /** What the client asked for; parts must come with it. */
  readonly checksumAlgorithm?: ChecksumAlgorithm;
  readonly checksumType?: Checksum['type'];
}

export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly createdAt: number;
  readonly details: UploadDetails;
}

export interface Part {
  readonly number: number;
  readonly size: number;
  /** With its quotes. */
  readonly etag: string;
  readonly modifiedAt: number;
  readonly file: string;
  readonly checksum: Checksum;
}

/** Multipart uploads that are under way. */
export interface UploadIndex {
  create(upload: Omit<Upload, 'id'>): Upload;
  get(id: string): Upload | undefined;
  list(bucket: string): Upload[];
  /** Adds a part or puts it in the place of the one with its number, which is answered. */
  putPart(uploadId: string, part: Part): Part | undefined;
  parts(uploadId: string): Part[];
  /** Removes the upload and its parts from the index; answers the parts, whose files are to go. */
  remove(id: string): Part[];
}

export function createUploadIndex(database: Database): UploadIndex {
  function parts(uploadId: string): Part[] {
    return database
      .all<PartRow>('SELECT * FROM parts WHERE upload_id = ? ORDER BY number', uploadId)
      .map(fromPartRow);
  }
  return {
    parts,
    create(upload) {
      const id = randomBytes(48).toString('base64url');
      const { bucket, key, createdAt, details } = upload;
      database.run(
        'INSERT INTO uploads (id, bucket, key, created_at, details) VALUES (?, ?, ?, ?, ?)',
        id,
        bucket,
        key,
        createdAt,
        JSON.stringify(details),
      );
      return { ...upload, id };
    },
    get(id) {
      const row = database.get<UploadRow>('SELECT * FROM uploads WHERE id = ?', id);
      return row && fromUploadRow(row);
    },
    list: (bucket) =>
      database
        .all<UploadRow>('SELECT * FROM uploads WHERE bucket = ? ORDER BY key, created_at, id', bucket)
        .map(fromUploadRow),
    putPart(uploadId, part) {
      const before = parts(uploadId).find((one) => one.number === part.number);
      database.run(
        `INSERT OR REPLACE INTO parts (upload_id, number, size, etag, modified_at, file, checksum)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        uploadId,
        part.number,
        part.size,
        part.etag,
        part.modifiedAt,
        part.file,
        JSON.stringify(part.checksum),
      );
      return before;
    },
    remove(id) {
      const gone = parts(id);
      database.run('DELETE FROM parts WHERE upload_id = ?', id);
      database.run('DELETE FROM uploads WHERE id = ?', id);
      return gone;
    },
  };
}

interface UploadRow {
  id: string;
  bucket: string;
  key: string;
  created_at: number;
  details: string;
}

interface PartRow {
  number: number;
  size: number;
  etag: string;
  modified_at: number;
  file: string;
  checksum: string;
}

function fromUploadRow({ id, bucket, key, created_at, details }: UploadRow): Upload {
  return { id, bucket, key, createdAt: created_at, details: JSON.parse(details) as UploadDetails };
}

function fromPartRow({ number, size, etag, modified_at, file, checksum }: PartRow): Part {
  return { number, size, etag, modifiedAt: modified_at, file, checksum: JSON.parse(checksum) as Checksum };
}
