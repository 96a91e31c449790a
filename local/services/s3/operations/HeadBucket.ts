import { authorize, openBucket } from '../access.ts';
import type { S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const headBucket: S3Operation = (s3, request) => {
  authorize(s3, request, 's3:ListBucket', openBucket(s3, request));
  return {
    status: 200,
    headers: {
      'content-type': 'application/xml',
      'x-amz-bucket-region': s3.cloud.region,
      'x-amz-access-point-alias': 'false',
    },
  };
};
