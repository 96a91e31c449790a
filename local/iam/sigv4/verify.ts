import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { Principal } from '../../core/principal.ts';
import type { ResolvedKey } from '../credentials/resolve.ts';
import { canonicalRequest } from './canonical-request.ts';
import { parseSignature } from './parse.ts';
import { payloadHash } from './payload-hash.ts';
import { fail, SignatureProblem, toAwsError, type Dialect } from './problems.ts';
import type { ParsedSignature, SignedRequest } from './signed-request.ts';
import { hmac, sha256, signingKey } from './signing-key.ts';
import { formatTimestamp, parseTimestamp } from './timestamp.ts';

export interface SignatureVerifier {
  /**
   * Verifies a signed request and says who signed it. `service` is the name that the credential scope must have.
   * Throws AwsError with the service family's own names.
   */
  verify(request: SignedRequest, service: string, dialect?: Dialect): Verified;
  /**
   * Verifies a signature over any text, such as the policy of an S3 POST. `credential` is the whole scope,
   * `<key>/<date>/<region>/<service>/aws4_request`. Throws AwsError as `verify` does.
   */
  verifyText(input: SignedText, dialect?: Dialect): Principal;
}

export interface SignedText {
  readonly text: string;
  readonly credential: string;
  readonly signature: string;
  readonly sessionToken?: string;
}

export interface Verified {
  readonly principal: Principal;
  readonly signature: ParsedSignature;
}

export interface VerifierOptions {
  readonly clock: Clock;
  readonly region: string;
  resolve(accessKeyId: string, sessionToken: string | undefined): ResolvedKey;
}

const SKEW = 15 * 60 * 1000;

/** Checks AWS Signature Version 4 of header-signed and presigned requests. */
export function createSignatureVerifier(options: VerifierOptions): SignatureVerifier {
  function known(accessKeyId: string, token: string | undefined): Extract<ResolvedKey, { kind: 'known' }> {
    const found = options.resolve(accessKeyId, token);
    if (found.kind === 'known') return found;
    throw fail(found.kind === 'expired' ? 'expired-token' : found.kind);
  }

  function check(request: SignedRequest, service: string): Verified {
    const signature = parseSignature(request);
    const key = known(signature.accessKeyId, signature.sessionToken);
    checkScope(signature, service, options.region);
    checkTime(signature, signersTime(signature, options.clock));
    checkSignedHeaders(request, signature, service === 's3');
    const hash = payloadHash(request, signature, service === 's3');
    const canonical = canonicalRequest(request, {
      signedHeaders: signature.signedHeaders,
      payloadHash: hash,
      s3: service === 's3',
    });
    const { date, region } = signature;
    const text = ['AWS4-HMAC-SHA256', signature.timestamp, `${date}/${region}/${service}/aws4_request`];
    const signing = signingKey(key.secretAccessKey, date, region, service);
    if (!sameHex(signature.signature, hmac(signing, [...text, sha256(canonical)].join('\n')))) {
      throw fail('mismatch');
    }
    return { principal: key.principal, signature };
  }

  return {
    verify: (request, service, dialect = 'json') => translated(dialect, () => check(request, service)),
    verifyText: (input, dialect = 's3') =>
      translated(dialect, () => {
        const [accessKeyId = '', date = '', region = '', service = ''] = input.credential.split('/');
        const key = known(accessKeyId, input.sessionToken);
        const signing = signingKey(key.secretAccessKey, date, region, service);
        if (!sameHex(input.signature, hmac(signing, input.text))) throw fail('mismatch');
        return key.principal;
      }),
  };
}

function translated<T>(dialect: Dialect, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SignatureProblem ? toAwsError(error, dialect) : error;
  }
}

function checkScope(signature: ParsedSignature, service: string, region: string): void {
  if (signature.service !== service) {
    throw fail('wrong-scope', `Credential should be scoped to correct service: '${service}'.`);
  }
  if (signature.region !== region) {
    throw fail('wrong-scope', `Credential should be scoped to a valid region, not '${signature.region}'.`);
  }
  if (!signature.timestamp.startsWith(signature.date)) {
    throw fail(
      'wrong-scope',
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date.',
    );
  }
}

/**
 * After somebody moved the local cloud's clock there are two times: browsers and SDKs outside sign with the machine's,
 * functions inside with the cloud's. The nearer one is the signer's.
 */
function signersTime(signature: ParsedSignature, clock: Clock): number {
  const signed = parseTimestamp(signature.timestamp) ?? 0;
  const inside = clock.now();
  const outside = inside - clock.offset;
  return Math.abs(signed - inside) < Math.abs(signed - outside) ? inside : outside;
}

function checkTime(signature: ParsedSignature, now: number): void {
  const signed = parseTimestamp(signature.timestamp) ?? 0;
  const text = signature.timestamp;
  if (signed - now > SKEW) {
    throw fail(
      'skewed',
      `Signature not yet current: ${text} is still later than ${formatTimestamp(now + SKEW)} (${formatTimestamp(now)} + 15 min.)`,
    );
  }
  if (signature.expires !== undefined) {
    if (now > signed + signature.expires * 1000) {
      throw fail(
        'presigned-expired',
        `Signature expired: ${text} is now earlier than ${formatTimestamp(now)}`,
      );
    }
  } else if (now - signed > SKEW) {
    throw fail(
      'skewed',
      `Signature expired: ${text} is now earlier than ${formatTimestamp(now - SKEW)} (${formatTimestamp(now)} - 15 min.)`,
    );
  }
}

function checkSignedHeaders(request: SignedRequest, signature: ParsedSignature, s3: boolean): void {
  if (!signature.signedHeaders.includes('host')) {
    throw fail(
      'unsigned-headers',
      `'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.`,
    );
  }
  if (!s3) return;
  const loose = Object.keys(request.headers).filter(
    (name) =>
      name.startsWith('x-amz-') && !signature.signedHeaders.includes(name) && name !== 'x-amz-content-sha256',
  );
  if (loose.length > 0) throw fail('unsigned-headers', loose.join(', '));
}

function sameHex(given: string, expected: Buffer): boolean {
  if (!/^[0-9a-f]{64}$/.test(given)) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}
