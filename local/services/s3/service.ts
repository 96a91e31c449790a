import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import type { SignatureVerifier } from '../../iam/sigv4/verify.ts';
import { assetBucketName } from './assets/asset-bucket.ts';
import { handleS3 } from './http/handle.ts';
import { inProcessOperations } from './in-process.ts';
import { inspectS3 } from './inspect.ts';
import { sweepLifecycle } from './lifecycle/sweep.ts';
import { createNotifier } from './notifications/notifier.ts';
import { emptyBucket } from './objects/empty-bucket.ts';
import { autoDeleteObjectsResource } from './resources/auto-delete-objects.ts';
import { bucketDeploymentResource } from './resources/bucket-deployment.ts';
import { bucketNotificationsResource } from './resources/bucket-notifications.ts';
import { bucketPolicyResource } from './resources/bucket-policy.ts';
import { bucketResource } from './resources/bucket.ts';
import type { S3 } from './s3.ts';
import { createBucketRegistry } from './store/buckets.ts';
import { Database } from './store/database.ts';
import { createFileStore } from './store/files.ts';
import { createObjectIndex } from './store/objects.ts';
import { createUploadIndex } from './store/uploads.ts';

const SWEEP_INTERVAL_MS = 60_000;

/**
 * Amazon S3: contents in files, their index in SQLite.
 * @param signatures verifies what is signed inside a body, which the gateway doesn't see: chunks, and a POST's policy
 */
export function createS3(cloud: CloudContext, signatures: Pick<SignatureVerifier, 'verifyText'>): AwsService {
  const folder = cloud.stateFolder('s3');
  const database = new Database(folder);
  const s3: S3 = {
    cloud,
    database,
    buckets: createBucketRegistry(database),
    objects: createObjectIndex(database),
    uploads: createUploadIndex(database),
    files: createFileStore(folder),
    notifier: createNotifier(cloud, database),
    verifyText: signatures.verifyText,
  };
  s3.buckets.ensure(assetBucketName(s3), cloud.clock.now());

  // One sweep at a time; a failed one doesn't stop the next, and is told where everybody looks.
  let sweeping: Promise<void> = Promise.resolve();
  let stopped = false;
  function sweep(): void {
    if (stopped) return;
    sweeping = cloud.tracker.track(
      sweeping
        .then(() => (stopped ? undefined : sweepLifecycle(s3)))
        .catch((error: unknown) => {
          cloud.bus.emit('operation', {
            at: cloud.clock.now(),
            requestId: 'lifecycle',
            service: 's3',
            operation: 'LifecycleExpiration',
            principal: 's3.amazonaws.com',
            durationMs: 0,
            error: String(error),
          });
        }),
    );
  }
  const stopListening = cloud.clock.onAdvance(sweep);
  let timer: NodeJS.Timeout | undefined;

  return {
    id: 's3',
    signingName: 's3',
    protocol: { kind: 'http' },
    operations: inProcessOperations(s3),
    resources: [
      bucketResource(s3),
      bucketPolicyResource(s3),
      bucketNotificationsResource(s3),
      autoDeleteObjectsResource(s3),
      bucketDeploymentResource(s3),
    ],
    handleHttp: (request) => handleS3(s3, request),
    async start() {
      s3.files.sweep((name) => s3.objects.isFileUsed(name));
      timer = setInterval(sweep, SWEEP_INTERVAL_MS);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      stopListening();
      s3.notifier.stop();
      await sweeping;
      database.close();
    },
    async reset() {
      for (const bucket of s3.buckets.list()) await emptyBucket(s3, bucket);
      database.run('DELETE FROM events');
    },
    async inspect() {
      return inspectS3(s3);
    },
  };
}
