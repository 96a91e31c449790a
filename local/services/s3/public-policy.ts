interface Statement {
  readonly Effect?: string;
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Conditions that, with fixed values, keep a policy from being public. */
const LIMITING = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
]);

/**
 * Whether S3 calls a bucket policy public: it lets anybody in without a condition that names somebody in particular.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function isPublicPolicy(policy: unknown): boolean {
  const { Statement } = (policy ?? {}) as { Statement?: Statement | readonly Statement[] };
  const statements = Statement === undefined ? [] : [Statement].flat();
  return (statements as readonly Statement[]).some(
    (one) => one.Effect === 'Allow' && isAnybody(one.Principal) && !isLimited(one.Condition),
  );
}

function isAnybody(principal: unknown): boolean {
  if (principal === '*') return true;
  const aws = (principal as { AWS?: unknown } | undefined)?.AWS;
  return [aws].flat().includes('*');
}

function isLimited(condition: Statement['Condition']): boolean {
  return Object.entries(condition ?? {}).some(
    ([operator, keys]) =>
      !/^(Null|.*Not)/.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) =>
          LIMITING.has(key.toLowerCase()) &&
          [values].flat().every((value) => !/[*?]|\$\{/.test(String(value))),
      ),
  );
}
