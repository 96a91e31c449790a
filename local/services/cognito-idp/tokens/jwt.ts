import { sign, verify } from 'node:crypto';
import type { SigningKey } from '../store/keys.ts';

export type Claims = Record<string, unknown>;

/** Signs claims as a JWT (RFC 7519) with RS256. */
export function signJwt(key: SigningKey, claims: Claims): string {
  const head = encode({ kid: key.kid, alg: 'RS256' });
  const body = encode(claims);
  const signature = sign('sha256', Buffer.from(`${head}.${body}`), key.privateKey);
  return `${head}.${body}.${signature.toString('base64url')}`;
}

/** The claims of a token that this key signed; undefined for anything else. Expiry is the caller's matter. */
export function openJwt(key: SigningKey, token: string): Claims | undefined {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0)
    return undefined;
  const header = decode(head);
  if (header?.['alg'] !== 'RS256' || header['kid'] !== key.kid) return undefined;
  const valid = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    key.publicKey,
    Buffer.from(signature, 'base64url'),
  );
  return valid ? decode(body) : undefined;
}

/** The claims of any token, unverified: only to find out which pool's key to verify it with. */
export function peekJwt(token: string): Claims | undefined {
  return decode(token.split('.')[1] ?? '');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined;
  } catch {
    // Not JSON, so not a token: the caller says so in its own words.
    return undefined;
  }
}
