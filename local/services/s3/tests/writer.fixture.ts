import { createTestContext } from '../../../core/testing.ts';
import { createS3 } from '../index.ts';

/** Puts one object after the other and prints the number of each that was acknowledged, until it is killed. */
const cloud = createTestContext({ stateRoot: process.argv[2] as string });
const signatures = { verifyText: () => ({ kind: 'anonymous' }) as const };
cloud.register(createS3(cloud, signatures));
const [bucketHandler] = cloud.service('s3').resources;
const properties = { BucketName: 'kept' };
const input = { type: 'AWS::S3::Bucket', logicalId: 'B', stackPath: '', address: 'B', properties };
await bucketHandler?.apply(input as never);
for (let i = 0; ; i += 1) {
  const Body = `value ${i}`.repeat(1000);
  await cloud.call({ kind: 'developer' }, 's3', 'PutObject', { Bucket: 'kept', Key: `k${i}`, Body });
  process.stdout.write(`${i}\n`);
}
