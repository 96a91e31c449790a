import { s3Error } from '../errors.ts';
import type { PostForm } from './multipart-form.ts';
import { readPolicy, type PolicyCondition } from './read-policy.ts';

/** These need no condition, and `x-ignore-…`. */
const EXEMPT = new Set(['x-amz-signature', 'file', 'policy']);

/**
 * Checks a form against its policy: not expired, every condition holds, every field has a condition, the file is as
 * long as it may be.
 * Throws InvalidPolicyDocument, AccessDenied («Invalid according to Policy: …»), EntityTooLarge, EntityTooSmall.
 * @param now by the local cloud's clock
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function checkPolicy(base64: string, form: PostForm, bucket: string, now: number): void {
  const policy = readPolicy(base64);
  if (now >= policy.expiration) throw against('Policy expired.');
  // The bucket is a field like the others, whatever the form says about it.
  const fields = new Map(form.fields).set('bucket', bucket);
  for (const condition of policy.conditions) {
    if (condition.kind !== 'length' && !holds(condition, fields)) {
      throw against(`Policy Condition failed: ${condition.text}`);
    }
  }
  const covered = new Set(policy.conditions.map((one) => (one.kind === 'length' ? '' : one.field)));
  const extra = [...fields.keys()].filter(
    (name) => !covered.has(name) && !EXEMPT.has(name) && !name.startsWith('x-ignore-'),
  );
  if (extra.length > 0) throw against(`Extra input fields: ${extra.join(', ')}`);
  for (const condition of policy.conditions)
    if (condition.kind === 'length') checkLength(condition, form.file.length);
}

function holds(
  { kind, field, value }: Exclude<PolicyCondition, { kind: 'length' }>,
  fields: ReadonlyMap<string, string>,
): boolean {
  const actual = fields.get(field);
  if (actual === undefined) return false;
  if (kind === 'eq') return actual === value;
  // A content type may be a list, each of which counts.
  const values = field === 'content-type' ? actual.split(',').map((one) => one.trim()) : [actual];
  return values.every((one) => one.startsWith(value));
}

function checkLength({ min, max }: Extract<PolicyCondition, { kind: 'length' }>, size: number): void {
  if (size > max) throw s3Error('EntityTooLarge', { ProposedSize: size, MaxSizeAllowed: max });
  if (size < min) throw s3Error('EntityTooSmall', { ProposedSize: size, MinSizeAllowed: min });
}

function against(why: string): Error {
  return s3Error('AccessDenied', {}, `Invalid according to Policy: ${why}`);
}
