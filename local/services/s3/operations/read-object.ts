import type { HttpResponse } from '../../../core/service.ts';
import { openBucket } from '../access.ts';
import { invalidArgument, s3Error } from '../errors.ts';
import type { S3Request } from '../http/request.ts';
import { checkReadConditions } from '../objects/conditions.ts';
import { findObject } from '../objects/find-object.ts';
import { readRange, type ByteRange } from '../objects/range.ts';
import { objectHeaders, versionHeaders } from '../objects/response-headers.ts';
import type { S3 } from '../s3.ts';
import type { ObjectVersion } from '../store/object-version.ts';

const OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

/** What GetObject and HeadObject have in common: all but the content. */
export async function readObject(s3: S3, request: S3Request, withBody: boolean): Promise<HttpResponse> {
  const { headers, query } = request;
  const bucket = openBucket(s3, request);
  const overrides = readOverrides(request);
  const versionId = query.get('versionId') ?? undefined;
  const version = await findObject(s3, request, bucket, request.key, versionId, 's3:GetObject');
  const state = checkReadConditions(headers, version);
  if (state === 'not-modified') {
    const { etag, 'last-modified': modified, ...rest } = objectHeaders(bucket, version, false);
    const kept = { etag: etag ?? '', 'last-modified': modified ?? '', ...versionHeaders(bucket, version) };
    return {
      status: 304,
      headers: rest['cache-control'] ? { ...kept, 'cache-control': rest['cache-control'] } : kept,
    };
  }
  const part = partRange(version, query.get('partNumber'), headers['range']);
  const fresh = headers['if-range'] === undefined || headers['if-range'] === version.etag;
  const range = part ?? (fresh ? readRange(headers['range'], version.size) : undefined);
  const { start, length } = range ?? { start: 0, length: version.size };
  // A checksum of the whole says nothing about a range.
  const withChecksum = headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED' && length === version.size;
  // Before anything is awaited, so that the file is still there.
  const body = withBody ? await s3.files.read(version.file, start, length) : undefined;
  return {
    status: range ? 206 : 200,
    headers: {
      ...objectHeaders(bucket, version, withChecksum),
      ...overrides,
      'content-length': String(length),
      ...(range ? { 'content-range': `bytes ${start}-${start + length - 1}/${version.size}` } : {}),
      ...(part && version.details.partSizes
        ? { 'x-amz-mp-parts-count': String(version.details.partSizes.length) }
        : {}),
    },
    body,
  };
}

function readOverrides({ query, principal }: S3Request): Record<string, string> {
  const given = OVERRIDES.filter((name) => query.has(`response-${name}`));
  if (given.length > 0 && principal.kind === 'anonymous') {
    throw s3Error(
      'InvalidRequest',
      {},
      'Request specific response headers cannot be used for anonymous GET requests.',
    );
  }
  return Object.fromEntries(given.map((name) => [name, query.get(`response-${name}`) ?? '']));
}

function partRange(
  version: ObjectVersion,
  partNumber: string | null,
  range: string | undefined,
): ByteRange | undefined {
  if (partNumber === null) return undefined;
  if (range !== undefined) {
    throw s3Error('InvalidRequest', {}, 'Cannot specify both Range header and partNumber query parameter');
  }
  const number = Number(partNumber);
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw invalidArgument(
      'Part number must be an integer between 1 and 10000, inclusive',
      'partNumber',
      partNumber,
    );
  }
  const sizes = version.details.partSizes ?? [version.size];
  const length = sizes[number - 1];
  if (length === undefined) {
    throw s3Error('InvalidPartNumber', { PartNumberRequested: number, ActualPartCount: sizes.length });
  }
  // An empty object has no range to name.
  if (version.size === 0) return undefined;
  return { start: sizes.slice(0, number - 1).reduce((sum, size) => sum + size, 0), length };
}
