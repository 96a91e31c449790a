import { randomInt } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { PasswordPolicy, UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { createVerifier, matchesVerifier } from './srp.ts';
import type { PasswordVerifier } from './srp.ts';

/** The characters that Cognito counts as symbols; a space counts unless it leads or trails. */
const SYMBOLS = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/** Throws InvalidPasswordException, or InvalidParameterException for what no pool takes. */
export function checkPassword(pool: UserPool, password: unknown): asserts password is string {
  if (typeof password !== 'string' || !/^\S+.*\S+$/s.test(password) || password.length > 256) {
    throw new AwsError(
      'InvalidParameterException',
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
    );
  }
  const problem = policyProblem(pool.passwordPolicy, password);
  if (problem) {
    throw new AwsError('InvalidPasswordException', `Password did not conform with policy: ${problem}`);
  }
}

function policyProblem(policy: PasswordPolicy, password: string): string | undefined {
  if (password.length < policy.minimumLength) return 'Password not long enough';
  if (policy.requireUppercase && !/[A-Z]/.test(password)) return 'Password must have uppercase characters';
  if (policy.requireLowercase && !/[a-z]/.test(password)) return 'Password must have lowercase characters';
  if (policy.requireNumbers && !/[0-9]/.test(password)) return 'Password must have numeric characters';
  if (policy.requireSymbols && !SYMBOLS.test(password)) return 'Password must have symbol characters';
  return undefined;
}

/** What to store for a password of a user with this name. */
export function hashPassword(pool: UserPool, username: string, password: string): PasswordVerifier {
  return createVerifier(pool.shortId + username, password);
}

/** Whether this is the user's password. */
export function isPassword(pool: UserPool, user: User, password: string): boolean {
  if (user.salt === undefined || user.verifier === undefined) return false;
  return matchesVerifier(pool.shortId + user.username, password, {
    salt: user.salt,
    verifier: user.verifier,
  });
}

/** A temporary password that satisfies any policy. */
export function generatePassword(pool: UserPool): string {
  const sets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '!@#$%&*?'];
  const all = sets.join('');
  const pick = (from: string): string => from[randomInt(from.length)] as string;
  const letters = sets.map(pick);
  while (letters.length < Math.max(12, pool.passwordPolicy.minimumLength)) letters.push(pick(all));
  for (let i = letters.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [letters[i], letters[j]] = [letters[j] as string, letters[i] as string];
  }
  return letters.join('');
}
