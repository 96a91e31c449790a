import { AwsError, notCovered } from '../../../core/errors.ts';
import { missingRequired } from '../attributes/validateAttributes.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { issueTokens } from '../tokens/issue.ts';
import { postAuthentication } from '../triggers/authentication.ts';
import type { TokenSource } from '../triggers/preTokenGeneration.ts';
import { createChallenge } from './challenge.ts';
import type { AuthStep } from './challenge.ts';

/** A sign-in whose password was proved. */
export interface SignIn {
  readonly pool: UserPool;
  readonly client: PoolClient;
  readonly user: User;
  readonly source: TokenSource;
  readonly clientMetadata?: Readonly<Record<string, string>>;
  /** The second factor was proved as well. */
  readonly mfaDone?: boolean;
}

/**
 * The next step after what was proved: a new password for a temporary one, a second factor, or the tokens.
 * Throws UserNotConfirmedException, NotAuthorizedException for a disabled user or an expired temporary password,
 * and what the triggers throw.
 */
export async function continueSignIn(idp: Idp, signIn: SignIn): Promise<AuthStep> {
  const { user } = signIn;
  if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
  if (user.status === 'UNCONFIRMED') {
    throw new AwsError('UserNotConfirmedException', 'User is not confirmed.');
  }
  if (user.status === 'FORCE_CHANGE_PASSWORD') return askForNewPassword(idp, signIn);
  if (!signIn.mfaDone) {
    const mfa = askForSecondFactor(idp, signIn);
    if (mfa) return mfa;
  }
  await postAuthentication(idp, signIn.pool, signIn.client, user, signIn.clientMetadata);
  return { ChallengeParameters: {}, AuthenticationResult: await issueTokens(idp, signIn) };
}

function askForNewPassword(idp: Idp, { pool, client, user }: SignIn): AuthStep {
  if (user.temporaryUntil !== undefined && user.temporaryUntil <= idp.cloud.clock.now()) {
    throw new AwsError(
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
    );
  }
  const missing = missingRequired(pool, user.attributes).map((name) => `userAttributes.${name}`);
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: createChallenge(idp, client, user.username, 'NEW_PASSWORD_REQUIRED', {}),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing),
      userAttributes: JSON.stringify(user.attributes),
    },
  };
}

function askForSecondFactor(idp: Idp, { pool, client, user, source }: SignIn): AuthStep | undefined {
  if (pool.mfa === 'OFF') return undefined;
  if (user.totpSecret !== undefined && user.mfa.enabled.includes('SOFTWARE_TOKEN_MFA')) {
    return {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: createChallenge(idp, client, user.username, 'SOFTWARE_TOKEN_MFA', { source }),
      ChallengeParameters: { USER_ID_FOR_SRP: user.username, FRIENDLY_DEVICE_NAME: 'TOTP device' },
    };
  }
  if (pool.mfa === 'OPTIONAL') return undefined;
  if (!pool.enabledMfas.includes('SOFTWARE_TOKEN_MFA')) {
    throw notCovered(
      `required MFA by ${pool.enabledMfas.join(', ') || 'SMS'}`,
      'Allow software tokens (TOTP) in the user pool, or run it against AWS with `npx ampx sandbox`.',
    );
  }
  return {
    ChallengeName: 'MFA_SETUP',
    Session: createChallenge(idp, client, user.username, 'MFA_SETUP', { source }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]',
    },
  };
}
