import type { CloudContext } from '../../core/context.ts';
import type { SignatureVerifier } from '../../iam/sigv4/verify.ts';
import type { Notifier } from './notifications/notifier.ts';
import type { BucketRegistry } from './store/buckets.ts';
import type { Database } from './store/database.ts';
import type { FileStore } from './store/files.ts';
import type { ObjectIndex } from './store/objects.ts';
import type { UploadIndex } from './store/uploads.ts';

/** What every part of this service is given. */
export interface S3 {
  readonly cloud: CloudContext;
  readonly database: Database;
  readonly buckets: BucketRegistry;
  readonly objects: ObjectIndex;
  readonly uploads: UploadIndex;
  readonly files: FileStore;
  readonly notifier: Notifier;
  /** Verifies signatures that stand inside a body: of chunks, and of a POST's policy. */
  readonly verifyText: SignatureVerifier['verifyText'];
}
