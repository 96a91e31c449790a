import type { Clock } from '../../../core/clock.ts';
import type { ApiDefinition } from '../api.ts';
import type { Caller } from './caller.ts';
import { unauthorized } from './unauthorized.ts';

const NONE_DENIED: ReadonlySet<string> = new Set();

/** Throws UnauthorizedException for an unknown or expired key. */
export function byApiKey(api: ApiDefinition, key: string, clock: Clock): Caller {
  const known = api.apiKeys.get(key);
  if (!known || known.expires <= clock.now()) throw unauthorized();
  return {
    mode: 'API_KEY',
    provider: { mode: 'API_KEY' },
    identity: null,
    groups: [],
    deniedFields: NONE_DENIED,
  };
}
