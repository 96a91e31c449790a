import { authorize, openBucket } from '../access.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { listKeys } from '../objects/list-keys.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import { contents, listingContext, owner, readEncoding, readLimit } from './listing.ts';

/** The first version of the listing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html */
export const listObjects: S3Operation = (s3, request) => {
  const { query } = request;
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:ListBucket', bucket, undefined, listingContext(query));
  const encode = readEncoding(query);
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const after = query.get('marker') ?? '';
  const limit = readLimit(query, 'max-keys');
  const page = listKeys(s3.objects, { bucket: bucket.name, prefix, delimiter, after, limit });
  const items = page.contents.map((version): readonly [string, XmlChildren] => [
    'Contents',
    [...contents(version, encode), ['Owner', owner(s3)]],
  ]);
  const prefixes = page.commonPrefixes.map((one): readonly [string, XmlChildren] => [
    'CommonPrefixes',
    [['Prefix', encode(one)]],
  ]);
  const next = page.truncated && delimiter !== '' && page.last !== undefined ? encode(page.last) : undefined;
  return xmlResponse(
    xmlDocument('ListBucketResult', [
      ['Name', bucket.name],
      ['Prefix', encode(prefix)],
      ['Marker', encode(after)],
      ['NextMarker', next],
      ['Delimiter', delimiter === '' ? undefined : encode(delimiter)],
      ['MaxKeys', limit],
      ['EncodingType', query.get('encoding-type') ?? undefined],
      ['IsTruncated', page.truncated],
      ...items,
      ...prefixes,
    ]),
  );
};
