import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assetPath } from '../../../assembly/read/assets.ts';
import { storeBody } from '../objects/store-body.ts';
import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';
import { NO_DETAILS, type ObjectVersion } from '../store/object-version.ts';
import { filesBelow } from './folder.ts';
import { contentTypeOf } from './content-type.ts';
import { zip } from './zip.ts';

const SOURCE = { principal: { kind: 'developer' }, requestId: 'assembly' } as const;

/** Where CDK uploads assets, in an account that was bootstrapped as usual. */
export function assetBucketName({ cloud }: Pick<S3, 'cloud'>): string {
  return `cdk-hnb659fds-assets-${cloud.accountId}-${cloud.region}`;
}

/**
 * Takes an asset of the assembly into the asset bucket when somebody asks for it: `<hash>.<ext>` stands in the assembly
 * as `asset.<hash>.<ext>`, or as a folder, which becomes a zip archive. Undefined for what is no asset.
 */
export async function readThrough(s3: S3, bucket: Bucket, key: string): Promise<ObjectVersion | undefined> {
  if (bucket.name !== assetBucketName(s3)) return undefined;
  const path = assetFile(s3, key);
  if (path === undefined) return undefined;
  const body = statSync(path).isDirectory() ? zip(filesBelow(path)) : readFileSync(path);
  const details = { ...NO_DETAILS, headers: { 'content-type': contentTypeOf(key) } };
  return await storeBody(s3, {
    bucket,
    key,
    body,
    headers: {},
    details,
    eventName: 's3:ObjectCreated:Put',
    source: SOURCE,
  });
}

/** File or folder of the assembly that a key of the asset bucket means; also `<name>` for a file of that name. */
export function assetFile(s3: S3, key: string): string | undefined {
  const found = assetPath(s3.cloud.assemblyFolder(), key);
  if (found !== undefined) return found;
  // Other keys, such as templates', name a file of the assembly itself; nothing outside of it.
  const direct = join(s3.cloud.assemblyFolder(), key);
  return /^[\w.-]+$/.test(key) && existsSync(direct) && statSync(direct).isFile() ? direct : undefined;
}
