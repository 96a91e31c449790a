import type { ResourceHandler } from '../../../core/resource.ts';
import { emptyBucket } from '../objects/empty-bucket.ts';
import type { S3 } from '../s3.ts';

/** `Custom::S3AutoDeleteObjects`, which CDK makes of `autoDeleteObjects`: empties the bucket before it goes. */
export function autoDeleteObjectsResource(s3: S3): ResourceHandler<{ readonly BucketName: string }> {
  return {
    types: ['Custom::S3AutoDeleteObjects'],
    covers: {
      honoured: ['BucketName'],
      withoutEffect: { 'this service provides it itself': ['ServiceToken', 'ServiceTimeout'] },
    },
    apply: ({ properties }) => ({ ref: `${properties.BucketName}-auto-delete`, attributes: {} }),
    async remove({ properties }) {
      const bucket = s3.buckets.find(properties.BucketName);
      if (bucket) await emptyBucket(s3, bucket);
    },
  };
}
