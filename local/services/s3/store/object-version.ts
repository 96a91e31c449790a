import type { Checksum } from '../checksums/checksum.ts';

/** What is kept with an object beside its content. */
export interface ObjectDetails {
  /** `content-type`, `cache-control`, `content-disposition`, `content-encoding`, `content-language`, `expires`, …. */
  readonly headers: Readonly<Record<string, string>>;
  /** `x-amz-meta-…` without the prefix. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly checksum?: Checksum;
  /** Sizes of the parts of a multipart upload, in order. */
  readonly partSizes?: readonly number[];
  readonly storageClass: string;
}

/** One version of an object, or a delete marker. */
export interface ObjectVersion {
  /** Grows with each write; where the event's `sequencer` comes from. */
  readonly sequence: number;
  readonly bucket: string;
  readonly key: string;
  /** `null` (the word) when it was written without versioning. */
  readonly versionId: string;
  readonly latest: boolean;
  readonly deleteMarker: boolean;
  readonly size: number;
  /** With its quotes. */
  readonly etag: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  readonly file: string | null;
  readonly details: ObjectDetails;
}

export type NewVersion = Omit<ObjectVersion, 'sequence' | 'latest' | 'versionId'>;

export const NO_DETAILS: ObjectDetails = { headers: {}, metadata: {}, tags: {}, storageClass: 'STANDARD' };

/** A row of the table `objects`. */
export interface ObjectRow {
  sequence: number;
  bucket: string;
  key: string;
  version_id: string;
  latest: number;
  delete_marker: number;
  size: number;
  etag: string;
  modified_at: number;
  file: string | null;
  details: string;
}

export function fromRow(row: ObjectRow): ObjectVersion {
  return {
    sequence: row.sequence,
    bucket: row.bucket,
    key: row.key,
    versionId: row.version_id,
    latest: row.latest === 1,
    deleteMarker: row.delete_marker === 1,
    size: row.size,
    etag: row.etag,
    modifiedAt: row.modified_at,
    file: row.file,
    details: JSON.parse(row.details) as ObjectDetails,
  };
}
