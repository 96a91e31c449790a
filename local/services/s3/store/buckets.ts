import { s3Error } from '../errors.ts';
import { defaultConfig, type BucketConfig } from './bucket-config.ts';
import type { Database } from './database.ts';

export interface Bucket {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly config: BucketConfig;
}

/** The buckets: their names persist, their configuration comes from the templates. */
export interface BucketRegistry {
  find(name: string): Bucket | undefined;
  /** Throws NoSuchBucket. */
  get(name: string): Bucket;
  /** Makes the bucket, or answers the one that exists. Throws InvalidBucketName. */
  ensure(name: string, now: number): Bucket;
  remove(name: string): void;
  /** In the order of their names. */
  list(): Bucket[];
}

export function createBucketRegistry(database: Database): BucketRegistry {
  const configs = new Map<string, BucketConfig>();

  function toBucket({ name, created_at: createdAt }: { name: string; created_at: number }): Bucket {
    const config = configs.get(name) ?? defaultConfig();
    configs.set(name, config);
    return { name, arn: bucketArn(name), createdAt, config };
  }

  function find(name: string): Bucket | undefined {
    const row = database.get<{ name: string; created_at: number }>(
      'SELECT * FROM buckets WHERE name = ?',
      name,
    );
    return row && toBucket(row);
  }

  function get(name: string): Bucket {
    const bucket = find(name);
    if (bucket) return bucket;
    throw s3Error('NoSuchBucket', { BucketName: name });
  }

  return {
    find,
    get,
    ensure(name, now) {
      checkBucketName(name);
      database.run('INSERT OR IGNORE INTO buckets (name, created_at) VALUES (?, ?)', name, now);
      return get(name);
    },
    remove(name) {
      database.run('DELETE FROM buckets WHERE name = ?', name);
      configs.delete(name);
    },
    list: () =>
      database.all<{ name: string; created_at: number }>('SELECT * FROM buckets ORDER BY name').map(toBucket),
  };
}

export function bucketArn(name: string): string {
  return `arn:aws:s3:::${name}`;
}

/** Throws InvalidBucketName. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function checkBucketName(name: string): void {
  const valid =
    /^[a-z0-9](?:[a-z0-9.-]{1,61})[a-z0-9]$/.test(name) &&
    !/\.\.|\.-|-\./.test(name) &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
    !/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
  if (!valid) throw s3Error('InvalidBucketName', { BucketName: name });
}
