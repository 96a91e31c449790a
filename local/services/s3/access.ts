import { AwsError } from '../../core/errors.ts';
import type { Permission } from '../../core/principal.ts';
import { s3Error } from './errors.ts';
import type { S3Request } from './http/request.ts';
import { isPublicPolicy } from './public-policy.ts';
import type { S3 } from './s3.ts';
import { bucketArn, type Bucket } from './store/buckets.ts';

type Caller = Pick<S3Request, 'principal' | 'headers' | 'query'>;

/** The bucket of a request. Throws NoSuchBucket, or AccessDenied when it isn't the expected owner's. */
export function openBucket(s3: S3, request: S3Request): Bucket {
  const bucket = s3.buckets.get(request.bucket);
  const owner = request.headers['x-amz-expected-bucket-owner'];
  if (owner !== undefined && owner !== s3.cloud.accountId) throw s3Error('AccessDenied');
  return bucket;
}

/**
 * Asks IAM and the bucket's policy. Throws AccessDenied: in IAM's words for somebody in particular, «Access Denied» for
 * an unsigned request.
 * @param key undefined for an action on the bucket itself
 */
export function authorize(
  s3: S3,
  caller: Caller,
  action: string,
  bucket: Bucket,
  key?: string,
  context: Permission['context'] = {},
): void {
  const { principal } = caller;
  const { publicAccessBlock, policy } = bucket.config;
  if (principal.kind === 'anonymous' && publicAccessBlock.RestrictPublicBuckets && isPublicPolicy(policy)) {
    throw s3Error('AccessDenied');
  }
  const resource = key === undefined ? bucket.arn : `${bucket.arn}/${key}`;
  const permission = { action, resource, context: { ...requestContext(s3, caller), ...context } };
  try {
    s3.cloud.iam.authorize(principal, permission, { errorCode: 'AccessDenied' });
  } catch (error) {
    throw inWordsOfS3(error, caller);
  }
}

/** Whether the caller may list the bucket, and so may learn that a key doesn't exist. */
export function mayList(s3: S3, caller: Caller, bucket: Bucket): boolean {
  try {
    authorize(s3, caller, 's3:ListBucket', bucket);
    return true;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'AccessDenied') return false;
    throw error;
  }
}

/** For `ListBuckets`, which has no resource. */
export function authorizeAccount(s3: S3, caller: Caller, action: string): void {
  if (caller.principal.kind === 'anonymous') throw s3Error('AccessDenied');
  try {
    s3.cloud.iam.authorize(caller.principal, { action, resource: '*' }, { errorCode: 'AccessDenied' });
  } catch (error) {
    throw inWordsOfS3(error, caller);
  }
}

/** For `CreateBucket`, whose bucket doesn't exist yet. */
export function authorizeNewBucket(s3: S3, caller: Caller, name: string): void {
  if (caller.principal.kind === 'anonymous') throw s3Error('AccessDenied');
  const permission = { action: 's3:CreateBucket', resource: bucketArn(name) };
  try {
    s3.cloud.iam.authorize(caller.principal, permission, { errorCode: 'AccessDenied' });
  } catch (error) {
    throw inWordsOfS3(error, caller);
  }
}

/** Condition keys that every request has. @see the service authorization reference of Amazon S3 */
function requestContext(s3: S3, { principal, headers, query }: Caller): Record<string, string> {
  const context: Record<string, string> = { 's3:ResourceAccount': s3.cloud.accountId };
  if (principal.kind !== 'anonymous') {
    context['s3:signatureversion'] = 'AWS4-HMAC-SHA256';
    context['s3:authType'] = query.has('X-Amz-Signature') ? 'REST-QUERY-STRING' : 'REST-HEADER';
  }
  for (const name of [
    'x-amz-acl',
    'x-amz-server-side-encryption',
    'x-amz-content-sha256',
    'x-amz-storage-class',
  ]) {
    const value = headers[name];
    if (value !== undefined) context[`s3:${name}`] = value;
  }
  return context;
}

function inWordsOfS3(error: unknown, { principal }: Caller): unknown {
  if (!(error instanceof AwsError)) return error;
  if (principal.kind === 'anonymous') return s3Error('AccessDenied');
  // S3 alone puts the resource into quotation marks.
  const message = error.message.replace(
    / on resource: (arn:aws:s3:::\S.*?)(?= because no | with an explicit )/,
    ' on resource: "$1"',
  );
  return new AwsError('AccessDenied', message, { statusCode: 403, cause: error });
}
