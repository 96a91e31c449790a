import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { Principal } from '../../core/principal.ts';
import type { Keys } from './key-file.ts';
import { openSession, sessionSecret } from './session-token.ts';

export type ResolvedKey =
  | { readonly kind: 'known'; readonly secretAccessKey: string; readonly principal: Principal }
  | { readonly kind: 'unknown-key' | 'invalid-token' | 'expired' };

/**
 * Finds who an access key belongs to: the developer, or a role session by its token.
 * Any other key is unknown. Expiry follows the local cloud's clock.
 */
export function resolveAccessKey(
  accessKeyId: string,
  sessionToken: string | undefined,
  keys: Keys,
  clock: Clock,
): ResolvedKey {
  if (sessionToken === undefined) {
    if (!sameText(accessKeyId, keys.developer.accessKeyId)) return { kind: 'unknown-key' };
    return {
      kind: 'known',
      secretAccessKey: keys.developer.secretAccessKey,
      principal: { kind: 'developer' },
    };
  }
  const claims = openSession(sessionToken, keys.masterKey);
  if (claims?.accessKeyId !== accessKeyId) return { kind: 'invalid-token' };
  if (claims.expiration <= clock.now()) return { kind: 'expired' };
  return {
    kind: 'known',
    secretAccessKey: sessionSecret(accessKeyId, sessionToken, keys.masterKey),
    principal: claims.session,
  };
}

function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
