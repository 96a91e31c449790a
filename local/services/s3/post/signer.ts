import type { Principal } from '../../../core/principal.ts';
import { parseTimestamp } from '../../../iam/sigv4/timestamp.ts';
import { invalidArgument, s3Error } from '../errors.ts';
import type { S3 } from '../s3.ts';
import type { PostForm } from './multipart-form.ts';

/** In S3's own spelling, which its errors use. */
const REQUIRED = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Signature'] as const;

/**
 * Who signed a form's policy; anonymous without one. The signature is over the policy's text as it was sent.
 * Throws InvalidArgument, InvalidRequest (an old signature), AuthorizationHeaderMalformed (another region), and what
 * `verifyText` throws: SignatureDoesNotMatch, InvalidAccessKeyId, InvalidToken, ExpiredToken.
 */
export function whoSigned(s3: S3, { fields }: PostForm): Principal {
  const policy = fields.get('policy');
  const signed = REQUIRED.some((name) => fields.has(name.toLowerCase()));
  if (fields.has('awsaccesskeyid') || fields.has('signature')) {
    throw s3Error(
      'InvalidRequest',
      {},
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  if (policy === undefined) {
    if (signed) throw missing('policy');
    return { kind: 'anonymous' };
  }
  for (const name of REQUIRED) if (!fields.get(name.toLowerCase())) throw missing(name);
  const algorithm = fields.get('x-amz-algorithm');
  if (algorithm !== 'AWS4-HMAC-SHA256') {
    throw invalidArgument('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"', 'X-Amz-Algorithm', algorithm);
  }
  const credential = fields.get('x-amz-credential') ?? '';
  checkScope(s3, credential, fields.get('x-amz-date') ?? '');
  return s3.verifyText({
    text: policy,
    credential,
    signature: fields.get('x-amz-signature') ?? '',
    sessionToken: fields.get('x-amz-security-token'),
  });
}

function checkScope(s3: S3, credential: string, timestamp: string): void {
  const parts = credential.split('/');
  const [, date, region, service, terminator] = parts;
  if (parts.length !== 5 || terminator !== 'aws4_request' || service !== 's3') {
    throw malformed(
      `the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".`,
    );
  }
  if (region !== s3.cloud.region) {
    throw malformed(`the region '${region}' is wrong; expecting '${s3.cloud.region}'`, {
      Region: s3.cloud.region,
    });
  }
  if (parseTimestamp(timestamp) === undefined) {
    throw invalidArgument('X-Amz-Date must be formated via ISO8601 Long format', 'X-Amz-Date', timestamp);
  }
  if (!timestamp.startsWith(date ?? '')) {
    throw malformed(
      `Invalid credential date "${date}". This date is not the same as X-Amz-Date: "${timestamp.slice(0, 8)}".`,
    );
  }
}

function malformed(why: string, extra: Record<string, unknown> = {}): Error {
  return s3Error('AuthorizationHeaderMalformed', extra, `The authorization header is malformed; ${why}`);
}

function missing(name: string): Error {
  return invalidArgument(
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    name,
    '',
  );
}
