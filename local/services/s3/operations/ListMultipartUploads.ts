import { notCovered } from '../../../core/errors.ts';
import { authorize, openBucket } from '../access.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { compareKeys } from '../objects/list-keys.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import { owner, readEncoding, readLimit } from './listing.ts';

/** Without `delimiter`. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
export const listMultipartUploads: S3Operation = (s3, request) => {
  const { query } = request;
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:ListBucketMultipartUploads', bucket);
  if (query.get('delimiter')) throw notCovered('the delimiter of ListMultipartUploads');
  const encode = readEncoding(query);
  const prefix = query.get('prefix') ?? '';
  const limit = readLimit(query, 'max-uploads');
  const keyMarker = query.get('key-marker') ?? '';
  const idMarker = query.get('upload-id-marker') ?? '';
  const all = s3.uploads.list(bucket.name).filter(({ key }) => key.startsWith(prefix));
  const markerAt = all.findIndex((one) => one.key === keyMarker && one.id === idMarker);
  const rest =
    markerAt >= 0 ? all.slice(markerAt + 1) : all.filter(({ key }) => compareKeys(key, keyMarker) > 0);
  const page = rest.slice(0, limit);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  const uploads = page.map((upload): readonly [string, XmlChildren] => [
    'Upload',
    [
      ['Key', encode(upload.key)],
      ['UploadId', upload.id],
      ['Initiator', owner(s3)],
      ['Owner', owner(s3)],
      ['StorageClass', upload.details.object.storageClass],
      ['Initiated', new Date(upload.createdAt).toISOString()],
      ['ChecksumAlgorithm', upload.details.checksumAlgorithm?.toUpperCase()],
      ['ChecksumType', upload.details.checksumType],
    ],
  ]);
  return xmlResponse(
    xmlDocument('ListMultipartUploadsResult', [
      ['Bucket', bucket.name],
      ['KeyMarker', encode(keyMarker)],
      ['UploadIdMarker', idMarker],
      ['NextKeyMarker', last && encode(last.key)],
      ['NextUploadIdMarker', last?.id],
      ['Prefix', encode(prefix)],
      ['MaxUploads', limit],
      ['EncodingType', query.get('encoding-type') ?? undefined],
      ['IsTruncated', last !== undefined],
      ...uploads,
    ]),
  );
};
