import { fail } from './problems.ts';
import type { ParsedSignature, SignedRequest } from './signed-request.ts';
import { sha256 } from './signing-key.ts';

/** Markers that stand in the place of a body's hash; the body is then checked otherwise, or not at all. */
const MARKERS: ReadonlySet<string> = new Set([
  'UNSIGNED-PAYLOAD',
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
]);

/**
 * The payload's hash as it was signed. A hash in `x-amz-content-sha256` must be the body's; S3 takes markers, presigned
 * S3 URLs are unsigned in the body unless they say otherwise. Throws SignatureProblem `payload-hash`.
 */
export function payloadHash(request: SignedRequest, signature: ParsedSignature, s3: boolean): string {
  const declared =
    request.headers['x-amz-content-sha256'] ??
    new URLSearchParams(request.rawQuery).get('X-Amz-Content-Sha256') ??
    undefined;
  if (s3 && declared === undefined) {
    if (signature.presigned) return 'UNSIGNED-PAYLOAD';
    throw fail('payload-hash');
  }
  if (s3 && declared !== undefined && MARKERS.has(declared)) return declared;
  const actual = sha256(request.body);
  if (declared !== undefined && declared !== actual) throw fail('payload-hash');
  return actual;
}
