import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';

const HOUR = 3_600_000;
const QUIET = 15 * 60_000;
/** Cognito allows 5 to 20 attempts an hour, depending on the risk that it sees; here it is always the least. */
const ATTEMPTS_PER_HOUR = 5;
const SIGN_INS_BEFORE_LOCKOUT = 5;

/**
 * Throws NotAuthorizedException while a user is locked out: for 2^(n-5) seconds after the nth wrong password from
 * the fifth on, at most 15 minutes (developer guide, «Lockout behavior for failed sign-in attempts»). Attempts
 * during a lockout do not count.
 */
export function checkLockout(idp: Idp, pool: UserPool, who: string): void {
  const now = idp.cloud.clock.now();
  const { count, last } = idp.store.attempts.get(pool.id, who, 'sign-in');
  if (count < SIGN_INS_BEFORE_LOCKOUT) return;
  const lockedMs = Math.min(2 ** (count - SIGN_INS_BEFORE_LOCKOUT) * 1000, QUIET);
  if (now < last + lockedMs) throw new AwsError('NotAuthorizedException', 'Password attempts exceeded');
}

/** Counts a wrong password. 15 minutes without any attempt start the count anew. */
export function countFailedSignIn(idp: Idp, pool: UserPool, who: string): void {
  const now = idp.cloud.clock.now();
  const { count, last } = idp.store.attempts.get(pool.id, who, 'sign-in');
  const before = now - last > QUIET ? 0 : count;
  idp.store.attempts.set(pool.id, who, 'sign-in', { count: before + 1, last: now });
}

export function clearFailedSignIns(idp: Idp, pool: UserPool, who: string): void {
  idp.store.attempts.clear(pool.id, who, 'sign-in');
}

/** Throws LimitExceededException when somebody tried something too often within the last hour. */
export function checkLimit(idp: Idp, pool: UserPool, who: string, what: string): void {
  const { count, last } = idp.store.attempts.get(pool.id, who, what);
  if (count >= ATTEMPTS_PER_HOUR && idp.cloud.clock.now() - last < HOUR) {
    throw new AwsError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
  }
}

/** Counts an attempt; an hour without one starts the count anew. */
export function countAttempt(idp: Idp, pool: UserPool, who: string, what: string): void {
  const now = idp.cloud.clock.now();
  const { count, last } = idp.store.attempts.get(pool.id, who, what);
  idp.store.attempts.set(pool.id, who, what, { count: now - last < HOUR ? count + 1 : 1, last: now });
}
