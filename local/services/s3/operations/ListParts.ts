import { authorize, openBucket } from '../access.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import { findUpload } from './find-upload.ts';
import { owner, readLimit } from './listing.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html */
export const listParts: S3Operation = (s3, request) => {
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:ListMultipartUploadParts', bucket, request.key);
  const upload = findUpload(s3, request);
  const limit = readLimit(request.query, 'max-parts');
  const marker = Number(request.query.get('part-number-marker') ?? 0);
  const rest = s3.uploads.parts(upload.id).filter(({ number }) => number > marker);
  const page = rest.slice(0, limit);
  const { checksumAlgorithm, checksumType } = upload.details;
  const parts = page.map((part): readonly [string, XmlChildren] => [
    'Part',
    [
      ['PartNumber', part.number],
      ['LastModified', new Date(part.modifiedAt).toISOString()],
      ['ETag', part.etag],
      ['Size', part.size],
      ...(checksumAlgorithm
        ? [[`Checksum${checksumAlgorithm.toUpperCase()}`, part.checksum.value] as const]
        : []),
    ],
  ]);
  return xmlResponse(
    xmlDocument('ListPartsResult', [
      ['Bucket', bucket.name],
      ['Key', upload.key],
      ['UploadId', upload.id],
      ['PartNumberMarker', marker],
      ['NextPartNumberMarker', page.at(-1)?.number ?? 0],
      ['MaxParts', limit],
      ['IsTruncated', rest.length > page.length],
      ['ChecksumAlgorithm', checksumAlgorithm?.toUpperCase()],
      ['ChecksumType', checksumType],
      ...parts,
      ['Initiator', owner(s3)],
      ['Owner', owner(s3)],
      ['StorageClass', upload.details.object.storageClass],
    ]),
  );
};
