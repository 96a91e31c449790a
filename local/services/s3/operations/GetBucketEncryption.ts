import { authorize, openBucket } from '../access.ts';
import { xmlDocument } from '../http/xml.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html: what every bucket has unless it says
 * otherwise; here the disk is what keeps the contents.
 */
export const getBucketEncryption: S3Operation = (s3, request) => {
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:GetEncryptionConfiguration', bucket);
  const byDefault = ['ApplyServerSideEncryptionByDefault', [['SSEAlgorithm', 'AES256']]] as const;
  return xmlResponse(
    xmlDocument('ServerSideEncryptionConfiguration', [['Rule', [byDefault, ['BucketKeyEnabled', 'false']]]]),
  );
};
