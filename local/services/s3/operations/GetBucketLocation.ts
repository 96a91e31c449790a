import { authorize, openBucket } from '../access.ts';
import { xmlDocument } from '../http/xml.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html */
export const getBucketLocation: S3Operation = (s3, request) => {
  authorize(s3, request, 's3:GetBucketLocation', openBucket(s3, request));
  const { region } = s3.cloud;
  return xmlResponse(xmlDocument('LocationConstraint', region === 'us-east-1' ? '' : region));
};
