import { AwsError } from '../../core/errors.ts';

export type ProblemKind =
  | 'missing'
  | 'incomplete'
  | 'unknown-key'
  | 'invalid-token'
  | 'expired-token'
  | 'mismatch'
  | 'skewed'
  | 'presigned-expired'
  | 'wrong-scope'
  | 'unsigned-headers'
  | 'payload-hash';

/** What is wrong with a signature; each family of services has its own name for it. */
export class SignatureProblem extends Error {
  override readonly name = 'SignatureProblem';
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

export function fail(kind: ProblemKind, message = ''): SignatureProblem {
  return new SignatureProblem(kind, message);
}

/** Which names a service uses: S3, the query protocol (STS, CloudFormation), or the JSON protocols. */
export type Dialect = 's3' | 'query' | 'json' | 'rest-json';

type Row = readonly [code: string, statusCode: number, message?: string];

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const INVALID_TOKEN = 'The security token included in the request is invalid.';
const EXPIRED_TOKEN = 'The security token included in the request is expired';

const JSON_ROWS: Readonly<Record<ProblemKind, Row>> = {
  missing: ['MissingAuthenticationTokenException', 400, 'Missing Authentication Token'],
  incomplete: ['IncompleteSignatureException', 400],
  'unknown-key': ['UnrecognizedClientException', 400, INVALID_TOKEN],
  'invalid-token': ['UnrecognizedClientException', 400, INVALID_TOKEN],
  'expired-token': ['ExpiredTokenException', 400, EXPIRED_TOKEN],
  mismatch: ['InvalidSignatureException', 400, MISMATCH],
  skewed: ['InvalidSignatureException', 400],
  'presigned-expired': ['InvalidSignatureException', 400],
  'wrong-scope': ['InvalidSignatureException', 400],
  'unsigned-headers': ['InvalidSignatureException', 400],
  'payload-hash': ['InvalidSignatureException', 400, MISMATCH],
};

const QUERY_ROWS: Readonly<Record<ProblemKind, Row>> = {
  missing: ['MissingAuthenticationToken', 403, 'Request is missing Authentication Token'],
  incomplete: ['IncompleteSignature', 400],
  'unknown-key': ['InvalidClientTokenId', 403, INVALID_TOKEN],
  'invalid-token': ['InvalidClientTokenId', 403, INVALID_TOKEN],
  'expired-token': ['ExpiredToken', 403, EXPIRED_TOKEN],
  mismatch: ['SignatureDoesNotMatch', 403, MISMATCH],
  skewed: ['SignatureDoesNotMatch', 403],
  'presigned-expired': ['SignatureDoesNotMatch', 403],
  'wrong-scope': ['SignatureDoesNotMatch', 403],
  'unsigned-headers': ['SignatureDoesNotMatch', 403],
  'payload-hash': ['SignatureDoesNotMatch', 403, MISMATCH],
};

const S3_ROWS: Readonly<Record<ProblemKind, Row>> = {
  missing: ['AccessDenied', 403, 'Access Denied'],
  incomplete: ['AuthorizationHeaderMalformed', 400],
  'unknown-key': [
    'InvalidAccessKeyId',
    403,
    'The AWS Access Key Id you provided does not exist in our records.',
  ],
  'invalid-token': ['InvalidToken', 400, 'The provided token is malformed or otherwise invalid.'],
  'expired-token': ['ExpiredToken', 400, 'The provided token has expired.'],
  mismatch: [
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
  skewed: [
    'RequestTimeTooSkewed',
    403,
    'The difference between the request time and the current time is too large.',
  ],
  'presigned-expired': ['AccessDenied', 403, 'Request has expired'],
  'wrong-scope': ['AuthorizationHeaderMalformed', 400],
  'unsigned-headers': [
    'AccessDenied',
    403,
    'There were headers present in the request which were not signed',
  ],
  'payload-hash': [
    'XAmzContentSHA256Mismatch',
    400,
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  ],
};

/** The error that AWS answers for a problem, in the words of a family of services. */
export function toAwsError(problem: SignatureProblem, dialect: Dialect): AwsError {
  const rows = dialect === 's3' ? S3_ROWS : dialect === 'query' ? QUERY_ROWS : JSON_ROWS;
  const [code, statusCode, message] = rows[problem.kind];
  return new AwsError(code, message ?? problem.message, {
    statusCode: dialect === 'rest-json' ? 403 : statusCode,
    cause: problem,
  });
}
