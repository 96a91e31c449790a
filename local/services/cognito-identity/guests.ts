import { AwsError } from '../../core/errors.ts';
import type { IdentityPool } from './pool.ts';

/** Throws NotAuthorizedException in a pool that takes no guests. */
export function guestsOnlyIfAllowed(pool: IdentityPool): void {
  if (pool.allowGuests) return;
  throw new AwsError(
    'NotAuthorizedException',
    'Unauthenticated access is not supported for this identity pool.',
  );
}
