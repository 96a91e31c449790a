import type { ResourceHandler } from '../../../core/resource.ts';
import { s3Error } from '../errors.ts';
import { isPublicPolicy } from '../public-policy.ts';
import type { S3 } from '../s3.ts';
import { bucketArn } from '../store/buckets.ts';

interface Properties {
  readonly Bucket: string;
  readonly PolicyDocument: unknown;
}

/**
 * `AWS::S3::BucketPolicy`. Statements that deny `aws:SecureTransport: false` don't lock anybody out: the local cloud is
 * reached over the loopback interface alone, and IAM counts that as secure.
 */
export function bucketPolicyResource(s3: S3): ResourceHandler<Properties> {
  return {
    types: ['AWS::S3::BucketPolicy'],
    covers: { honoured: ['Bucket', 'PolicyDocument'] },
    apply({ logicalId, properties, previousProperties }) {
      const bucket = s3.buckets.get(properties.Bucket);
      if (bucket.config.publicAccessBlock.BlockPublicPolicy && isPublicPolicy(properties.PolicyDocument)) {
        throw s3Error(
          'AccessDenied',
          {},
          `User: arn:aws:iam::${s3.cloud.accountId}:user/developer is not authorized to perform: s3:PutBucketPolicy on resource: "${bucket.arn}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
        );
      }
      if (previousProperties && previousProperties.Bucket !== properties.Bucket)
        drop(s3, previousProperties.Bucket);
      s3.cloud.iam.addResourcePolicy?.(bucket.arn, properties.PolicyDocument);
      bucket.config.policy = properties.PolicyDocument;
      return { ref: logicalId, attributes: {} };
    },
    remove({ properties }) {
      drop(s3, properties.Bucket);
    },
  };
}

function drop(s3: S3, name: string): void {
  s3.cloud.iam.removeResourcePolicy?.(bucketArn(name));
  const bucket = s3.buckets.find(name);
  if (bucket) delete bucket.config.policy;
}
