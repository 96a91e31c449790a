import { createHash } from 'node:crypto';
import type { SignatureVerifier } from '../../../iam/sigv4/verify.ts';
import { s3Error } from '../errors.ts';

/** Verifies each chunk's signature; each one signs the one before it, the first the request's own. */
export interface ChunkSignatures {
  verifyChunk(data: Buffer, signature: string | undefined): void;
  verifyTrailers(canonical: string, signature: string | undefined): void;
}

const EMPTY = createHash('sha256').digest('hex');

/** Starts the chain of a header-signed request. Throws SignatureDoesNotMatch at the first link that is wrong. */
export function createChunkSignatures(
  verifyText: SignatureVerifier['verifyText'],
  headers: Readonly<Record<string, string>>,
): ChunkSignatures {
  const authorization = headers['authorization'] ?? '';
  const credential = /Credential=([^,\s]+)/.exec(authorization)?.[1] ?? '';
  let previous = /Signature=([0-9a-f]{64})/.exec(authorization)?.[1] ?? '';
  const scope = credential.slice(credential.indexOf('/') + 1);
  const timestamp = headers['x-amz-date'] ?? '';
  const sessionToken = headers['x-amz-security-token'];

  function verify(kind: string, lines: readonly string[], signature: string | undefined): void {
    if (signature === undefined) throw s3Error('SignatureDoesNotMatch');
    const text = [kind, timestamp, scope, previous, ...lines].join('\n');
    verifyText({ text, credential, signature, sessionToken });
    previous = signature;
  }

  return {
    verifyChunk: (data, signature) => verify('AWS4-HMAC-SHA256-PAYLOAD', [EMPTY, hash(data)], signature),
    verifyTrailers: (canonical, signature) =>
      verify('AWS4-HMAC-SHA256-TRAILER', [hash(canonical)], signature),
  };
}

function hash(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
