import { notCovered } from '../../../core/errors.ts';
import { authorize, openBucket } from '../access.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { compareKeys } from '../objects/list-keys.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import { contents, listingContext, owner, readEncoding, readLimit } from './listing.ts';

/** Without `delimiter`. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export const listObjectVersions: S3Operation = (s3, request) => {
  const { query } = request;
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:ListBucketVersions', bucket, undefined, listingContext(query));
  if (query.get('delimiter')) throw notCovered('the delimiter of ListObjectVersions');
  const encode = readEncoding(query);
  const prefix = query.get('prefix') ?? '';
  const limit = readLimit(query, 'max-keys');
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker') ?? '';
  const all = s3.objects.versions(bucket.name).filter(({ key }) => key.startsWith(prefix));
  const markerAt = all.findIndex((one) => one.key === keyMarker && one.versionId === versionMarker);
  const rest =
    markerAt >= 0 ? all.slice(markerAt + 1) : all.filter(({ key }) => compareKeys(key, keyMarker) > 0);
  const page = rest.slice(0, limit);
  const truncated = rest.length > page.length && page.length > 0;
  const last = page.at(-1);
  const items = page.map((version): readonly [string, XmlChildren] => {
    const [key, modified, ...others] = contents(version, encode);
    const which: XmlChildren = [
      ['VersionId', version.versionId],
      ['IsLatest', version.latest],
      ['Owner', owner(s3)],
    ];
    if (version.deleteMarker) return ['DeleteMarker', [key, modified, ...which] as XmlChildren];
    return ['Version', [key, modified, ...others, ...which] as XmlChildren];
  });
  return xmlResponse(
    xmlDocument('ListVersionsResult', [
      ['Name', bucket.name],
      ['Prefix', encode(prefix)],
      ['KeyMarker', encode(keyMarker)],
      ['VersionIdMarker', versionMarker],
      ['NextKeyMarker', truncated && last ? encode(last.key) : undefined],
      ['NextVersionIdMarker', truncated && last ? last.versionId : undefined],
      ['MaxKeys', limit],
      ['EncodingType', query.get('encoding-type') ?? undefined],
      ['IsTruncated', truncated],
      ...items,
    ]),
  );
};
