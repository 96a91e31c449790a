import { authorizeNewBucket } from '../access.ts';
import { s3Error } from '../errors.ts';
import { parseXml, textOf } from '../http/parse-xml.ts';
import type { S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const createBucket: S3Operation = (s3, request) => {
  authorizeNewBucket(s3, request, request.bucket);
  const { region } = s3.cloud;
  if (request.body.length > 0) {
    const constraint = textOf(parseXml(request.body, 'CreateBucketConfiguration'), 'LocationConstraint');
    if (constraint !== undefined && (constraint !== region || region === 'us-east-1')) {
      throw s3Error(
        'IllegalLocationConstraintException',
        {},
        `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
      );
    }
  } else if (region !== 'us-east-1') {
    throw s3Error(
      'IllegalLocationConstraintException',
      {},
      'The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.',
    );
  }
  // One account has every bucket here. In us-east-1 making one's own bucket again is no error.
  if (s3.buckets.find(request.bucket) && region !== 'us-east-1') {
    throw s3Error('BucketAlreadyOwnedByYou', { BucketName: request.bucket });
  }
  s3.buckets.ensure(request.bucket, s3.cloud.clock.now());
  return { status: 200, headers: { location: `/${request.bucket}` } };
};
