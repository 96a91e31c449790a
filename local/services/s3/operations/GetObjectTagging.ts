import { openBucket } from '../access.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { findObject } from '../objects/find-object.ts';
import { versionHeaders } from '../objects/response-headers.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html */
export const getObjectTagging: S3Operation = async (s3, request) => {
  const bucket = openBucket(s3, request);
  const versionId = request.query.get('versionId') ?? undefined;
  const version = await findObject(s3, request, bucket, request.key, versionId, 's3:GetObjectTagging');
  const tags = Object.entries(version.details.tags).map(([key, value]): readonly [string, XmlChildren] => [
    'Tag',
    [
      ['Key', key],
      ['Value', value],
    ],
  ]);
  return xmlResponse(xmlDocument('Tagging', [['TagSet', tags]]), versionHeaders(bucket, version));
};
