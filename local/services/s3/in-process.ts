import { AwsError } from '../../core/errors.ts';
import type { Call, HttpResponse, Operation } from '../../core/service.ts';
import { childrenOf, parseXml, textOf } from './http/parse-xml.ts';
import type { S3Request } from './http/request.ts';
import type { S3Operation } from './operation.ts';
import { deleteObject } from './operations/DeleteObject.ts';
import { getObject } from './operations/GetObject.ts';
import { headObject } from './operations/HeadObject.ts';
import { listObjectsV2 } from './operations/ListObjectsV2.ts';
import { putObject } from './operations/PutObject.ts';
import type { S3 } from './s3.ts';

/** Members of the SDK's inputs and outputs that are headers on the wire. */
const HEADERS: Readonly<Record<string, string>> = {
  AcceptRanges: 'accept-ranges',
  CacheControl: 'cache-control',
  ContentDisposition: 'content-disposition',
  ContentEncoding: 'content-encoding',
  ContentLanguage: 'content-language',
  ContentRange: 'content-range',
  ContentType: 'content-type',
  ETag: 'etag',
  Expiration: 'x-amz-expiration',
  Expires: 'expires',
  IfMatch: 'if-match',
  IfModifiedSince: 'if-modified-since',
  IfNoneMatch: 'if-none-match',
  IfUnmodifiedSince: 'if-unmodified-since',
  LastModified: 'last-modified',
  Range: 'range',
  ServerSideEncryption: 'x-amz-server-side-encryption',
  StorageClass: 'x-amz-storage-class',
  Tagging: 'x-amz-tagging',
  VersionId: 'x-amz-version-id',
};

const QUERY: Readonly<Record<string, string>> = {
  ContinuationToken: 'continuation-token',
  Delimiter: 'delimiter',
  MaxKeys: 'max-keys',
  Prefix: 'prefix',
  StartAfter: 'start-after',
  VersionId: 'versionId',
};

/** Inputs as the SDK names them; `Body` is text or bytes. */
export interface InProcessInput {
  readonly Bucket: string;
  readonly Key?: string;
  readonly Body?: string | Uint8Array;
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/**
 * The operations that other services call through `cloud.call`. Input and output have the members of the SDK, `Body` of
 * GetObject is a Buffer. They go the way of a request from outside, IAM included; a 304 is the error NotModified.
 */
export function inProcessOperations(s3: S3): Record<string, Operation<InProcessInput>> {
  const wrap = (
    method: string,
    run: S3Operation,
    output: (response: HttpResponse) => Record<string, unknown> = headerMembers,
  ): Operation<InProcessInput> => ({
    // The operation itself asks IAM, since a bucket's policy may let anybody in.
    authorize: 'public',
    async run(input, call) {
      const response = await run(s3, toRequest(method, input, call));
      if (response.status === 304) {
        throw new AwsError('NotModified', 'Not Modified', {
          statusCode: 304,
          extra: headerMembers(response),
        });
      }
      return output(response);
    },
  });
  return {
    DeleteObject: wrap('DELETE', deleteObject),
    GetObject: wrap('GET', getObject, (response) => ({ ...headerMembers(response), Body: response.body })),
    HeadObject: wrap('HEAD', headObject),
    ListObjectsV2: wrap('GET', listObjectsV2, listing),
    PutObject: wrap('PUT', putObject),
  };
}

/** The HTTP headers of what GetObject and HeadObject answer in-process, for a service that passes objects on. */
export function headersOfOutput(output: Readonly<Record<string, unknown>>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [member, name] of Object.entries(HEADERS)) {
    if (output[member] !== undefined) headers[name] = String(output[member]);
  }
  if (output['ContentLength'] !== undefined) headers['content-length'] = String(output['ContentLength']);
  const metadata = Object.entries((output['Metadata'] ?? {}) as Record<string, string>);
  for (const [name, value] of metadata) headers[`x-amz-meta-${name}`] = value;
  return headers;
}

function toRequest(method: string, input: InProcessInput, { principal, requestId }: Call): S3Request {
  const headers: Record<string, string> = {};
  const query = new URLSearchParams();
  for (const [member, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    const name = QUERY[member];
    if (name !== undefined) query.set(name, String(value));
    else if (HEADERS[member] !== undefined) headers[HEADERS[member]] = headerValue(value);
  }
  for (const [name, value] of Object.entries(input.Metadata ?? {}))
    headers[`x-amz-meta-${name.toLowerCase()}`] = value;
  const body = Buffer.from((input.Body ?? '') as string);
  return { method, bucket: input.Bucket, key: input.Key ?? '', query, headers, body, principal, requestId };
}

function headerValue(value: unknown): string {
  return value instanceof Date ? value.toUTCString() : String(value);
}

function headerMembers({ headers = {} }: HttpResponse): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [member, name] of Object.entries(HEADERS))
    if (headers[name] !== undefined) members[member] = headers[name];
  if (headers['content-length'] !== undefined) members['ContentLength'] = Number(headers['content-length']);
  if (headers['x-amz-delete-marker'] !== undefined) members['DeleteMarker'] = true;
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  members['Metadata'] = Object.fromEntries(
    metadata.map(([name, value]) => [name.slice('x-amz-meta-'.length), value]),
  );
  return members;
}

function listing({ body }: HttpResponse): Record<string, unknown> {
  const root = parseXml(Buffer.from((body ?? '') as string), 'ListBucketResult');
  return {
    Name: textOf(root, 'Name'),
    Prefix: textOf(root, 'Prefix'),
    KeyCount: Number(textOf(root, 'KeyCount')),
    MaxKeys: Number(textOf(root, 'MaxKeys')),
    IsTruncated: textOf(root, 'IsTruncated') === 'true',
    NextContinuationToken: textOf(root, 'NextContinuationToken'),
    Contents: childrenOf(root, 'Contents').map((node) => ({
      Key: textOf(node, 'Key'),
      LastModified: textOf(node, 'LastModified'),
      ETag: textOf(node, 'ETag'),
      Size: Number(textOf(node, 'Size')),
      StorageClass: textOf(node, 'StorageClass'),
    })),
    CommonPrefixes: childrenOf(root, 'CommonPrefixes').map((node) => ({ Prefix: textOf(node, 'Prefix') })),
  };
}
