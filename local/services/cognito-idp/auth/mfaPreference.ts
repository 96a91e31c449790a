import { AwsError, notCovered } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { saveUser } from '../users.ts';

interface Setting {
  readonly Enabled?: boolean;
  readonly PreferredMfa?: boolean;
}

export interface MfaPreferenceInput {
  readonly SMSMfaSettings?: Setting;
  readonly EmailMfaSettings?: Setting;
  readonly SoftwareTokenMfaSettings?: Setting;
}

/**
 * Switches a user's second factor on or off. Software tokens alone are covered.
 * Throws InvalidParameterException when no token was verified.
 */
export function setMfaPreference(idp: Idp, pool: UserPool, user: User, input: MfaPreferenceInput): void {
  if (input.SMSMfaSettings?.Enabled) throw notCovered('MFA by SMS');
  if (input.EmailMfaSettings?.Enabled) throw notCovered('MFA by email');
  const setting = input.SoftwareTokenMfaSettings;
  if (!setting) return;
  if (!setting.Enabled) {
    if (setting.PreferredMfa) {
      throw new AwsError('InvalidParameterException', 'Preferred MFA must be enabled');
    }
    saveUser(idp, pool, user, { mfa: { enabled: [] } });
    return;
  }
  if (user.totpSecret === undefined) {
    throw new AwsError(
      'InvalidParameterException',
      'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
    );
  }
  saveUser(idp, pool, user, {
    mfa: {
      enabled: ['SOFTWARE_TOKEN_MFA'],
      preferred: setting.PreferredMfa ? 'SOFTWARE_TOKEN_MFA' : undefined,
    },
  });
}
