import { createHash } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { deliveryDetails } from './sendCode.ts';
import type { CodeDeliveryDetails } from './sendCode.ts';

/** Where the code of a sign-up goes: to the phone if the pool verifies both; nowhere if it verifies nothing. */
export function signUpAttribute(pool: UserPool, user: User): string | undefined {
  return ['phone_number', 'email'].find(
    (attribute) => pool.autoVerified.includes(attribute) && user.attributes[attribute],
  );
}

/**
 * Where the code for a forgotten password goes, by the pool's recovery settings.
 * Throws InvalidParameterException when there is nowhere to send it.
 */
export function recoveryAttribute(pool: UserPool, user: User): 'email' | 'phone_number' {
  for (const name of pool.recovery) {
    const attribute = name === 'verified_email' ? 'email' : 'phone_number';
    if (name === 'admin_only') {
      throw new AwsError('NotAuthorizedException', 'Contact administrator to reset password.');
    }
    if (user.attributes[attribute] && user.attributes[`${attribute}_verified`] === 'true') return attribute;
  }
  throw new AwsError(
    'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
}

/** What is answered for a name that is nobody's, where the client hides that: always the same for one name. */
export function simulatedDelivery(pool: UserPool, name: string): CodeDeliveryDetails {
  if (name.startsWith('+')) return deliveryDetails('phone_number', name);
  if (name.includes('@')) return deliveryDetails('email', name);
  const letters = createHash('sha256').update(`${pool.id}:${name.toLowerCase()}`).digest();
  const letter = (index: number): string => String.fromCharCode(97 + ((letters[index] as number) % 26));
  return deliveryDetails('email', `${letter(0)}@${letter(1)}`);
}
