import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { Principal } from '../../core/principal.ts';
import type { Keys } from './key-file.ts';
import { openSession, sessionSecret, type SessionClaims } from './session-token.ts';

export type ResolvedKey =
  | { readonly kind: 'known'; readonly secretAccessKey: string; readonly principal: Principal }
  | { readonly kind: 'unknown-key' | 'invalid-token' | 'expired' };

/** Who an access key belongs to: the developer, or a role session by its token. Any other key is unknown. */
export type KeyResolver = (accessKeyId: string, sessionToken?: string) => ResolvedKey;

/** What a session token says never changes, so the tokens in use are opened once. */
const MOST_SESSIONS = 500;

/** Makes a resolver for one account's keys. Expiry follows the local cloud's clock, at each look. */
export function createKeyResolver(keys: Keys, clock: Clock): KeyResolver {
  const opened = new Map<string, { claims: SessionClaims; secretAccessKey: string }>();

  function open(token: string): { claims: SessionClaims; secretAccessKey: string } | undefined {
    const known = opened.get(token);
    if (known) return known;
    const claims = openSession(token, keys.masterKey);
    if (!claims) return undefined;
    if (opened.size >= MOST_SESSIONS) opened.clear();
    const session = { claims, secretAccessKey: sessionSecret(claims.accessKeyId, token, keys.masterKey) };
    opened.set(token, session);
    return session;
  }

  return (accessKeyId, sessionToken) => {
    if (sessionToken === undefined) {
      if (!sameText(accessKeyId, keys.developer.accessKeyId)) return { kind: 'unknown-key' };
      const { secretAccessKey } = keys.developer;
      return { kind: 'known', secretAccessKey, principal: { kind: 'developer' } };
    }
    const session = open(sessionToken);
    if (session?.claims.accessKeyId !== accessKeyId) return { kind: 'invalid-token' };
    const { claims, secretAccessKey } = session;
    if (claims.expiration <= clock.now()) return { kind: 'expired' };
    return { kind: 'known', secretAccessKey, principal: claims.session };
  };
}

function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
