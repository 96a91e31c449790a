import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Principal } from '../../core/principal.ts';

type RoleSession = Extract<Principal, { kind: 'role' }>;

/** What a session token carries. */
export interface SessionClaims {
  readonly accessKeyId: string;
  readonly session: RoleSession;
  /** Milliseconds since the epoch. */
  readonly expiration: number;
}

/** Encodes a session with a keyed hash over it: nothing needs to be stored to recognise it later. */
export function sealSession(claims: SessionClaims, masterKey: string): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${mac(`token:${body}`, masterKey).toString('base64url')}`;
}

/** The claims of a token that this local cloud sealed; undefined for any other text. */
export function openSession(token: string, masterKey: string): SessionClaims | undefined {
  const [body = '', seal = ''] = token.split('.');
  const expected = mac(`token:${body}`, masterKey);
  const given = Buffer.from(seal, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as SessionClaims;
}

/** The secret that belongs to a sealed session: derived, never stored. */
export function sessionSecret(accessKeyId: string, token: string, masterKey: string): string {
  return mac(`secret:${accessKeyId}:${token}`, masterKey).toString('base64').slice(0, 40);
}

function mac(text: string, masterKey: string): Buffer {
  return createHmac('sha256', Buffer.from(masterKey, 'base64')).update(text).digest();
}
