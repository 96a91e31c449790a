import { authorize, openBucket } from '../access.ts';
import { xmlDocument } from '../http/xml.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html */
export const getBucketVersioning: S3Operation = (s3, request) => {
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:GetBucketVersioning', bucket);
  return xmlResponse(xmlDocument('VersioningConfiguration', [['Status', bucket.config.versioning]]));
};
