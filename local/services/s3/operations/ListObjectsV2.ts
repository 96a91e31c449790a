import { authorize, openBucket } from '../access.ts';
import { invalidArgument } from '../errors.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { listKeys } from '../objects/list-keys.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import { contents, listingContext, owner, readEncoding, readLimit } from './listing.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjectsV2: S3Operation = (s3, request) => {
  const { query } = request;
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:ListBucket', bucket, undefined, listingContext(query));
  const encode = readEncoding(query);
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const startAfter = query.get('start-after');
  const token = query.get('continuation-token');
  const limit = readLimit(query, 'max-keys');
  const after = token === null ? (startAfter ?? '') : readToken(token);
  const page = listKeys(s3.objects, { bucket: bucket.name, prefix, delimiter, after, limit });
  const withOwner = query.get('fetch-owner') === 'true';
  const items = page.contents.map((version): readonly [string, XmlChildren] => [
    'Contents',
    [...contents(version, encode), ...(withOwner ? [['Owner', owner(s3)] as const] : [])],
  ]);
  const prefixes = page.commonPrefixes.map((one): readonly [string, XmlChildren] => [
    'CommonPrefixes',
    [['Prefix', encode(one)]],
  ]);
  return xmlResponse(
    xmlDocument('ListBucketResult', [
      ['Name', bucket.name],
      ['Prefix', encode(prefix)],
      ['Delimiter', delimiter === '' ? undefined : encode(delimiter)],
      ['MaxKeys', limit],
      ['EncodingType', query.get('encoding-type') ?? undefined],
      ['KeyCount', items.length + prefixes.length],
      ['IsTruncated', page.truncated],
      ['ContinuationToken', token ?? undefined],
      ['NextContinuationToken', page.truncated && page.last !== undefined ? makeToken(page.last) : undefined],
      ['StartAfter', startAfter === null ? undefined : encode(startAfter)],
      ...items,
      ...prefixes,
    ]),
  );
};

function makeToken(last: string): string {
  return Buffer.from(JSON.stringify({ last })).toString('base64');
}

function readToken(token: string): string {
  try {
    const { last } = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as { last?: unknown };
    if (typeof last === 'string') return last;
  } catch {
    // Not one of ours: the error below says so.
  }
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
}
