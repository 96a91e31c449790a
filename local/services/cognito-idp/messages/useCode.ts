import { timingSafeEqual } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import { checkLimit, countAttempt } from '../auth/limits.ts';
import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import type { Code, CodePurpose } from '../store/codes.ts';

/**
 * Checks a code that a person typed. It stays usable: the caller deletes it together with what it changes.
 * Throws ExpiredCodeException, CodeMismatchException, LimitExceededException after too many wrong ones.
 */
export function checkCode(
  idp: Idp,
  pool: UserPool,
  username: string,
  purpose: CodePurpose,
  given: string,
): Code {
  const limit = `enter:${purpose}`;
  checkLimit(idp, pool, username, limit);
  const code = idp.store.codes.find(pool.id, username, purpose);
  if (!code || code.expires <= idp.cloud.clock.now()) {
    throw new AwsError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  }
  const right = Buffer.from(code.code);
  const tried = Buffer.from(given);
  if (right.length !== tried.length || !timingSafeEqual(right, tried)) {
    countAttempt(idp, pool, username, limit);
    throw new AwsError('CodeMismatchException', 'Invalid verification code provided, please try again.');
  }
  return code;
}

/** The code did its work: neither it nor the wrong ones before it count any longer. */
export function consumeCode(idp: Idp, pool: UserPool, username: string, purpose: CodePurpose): void {
  idp.store.codes.delete(pool.id, username, purpose);
  idp.store.attempts.clear(pool.id, username, `enter:${purpose}`);
}
