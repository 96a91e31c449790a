import { AwsError, notCovered } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import { requireParameter } from '../input.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import type { AuthStep } from './challenge.ts';
import { answerMfaSetup } from './challenges/mfaSetup.ts';
import { answerNewPassword } from './challenges/newPasswordRequired.ts';
import { answerPasswordVerifier } from './challenges/passwordVerifier.ts';
import { answerSoftwareToken } from './challenges/softwareTokenMfa.ts';
import { checkSecretHash } from './secretHash.ts';

export interface ChallengeAnswer {
  readonly ChallengeName?: string;
  readonly ChallengeResponses?: Readonly<Record<string, string>>;
  readonly Session?: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

type Answer = (idp: Idp, pool: UserPool, client: PoolClient, answer: ChallengeAnswer) => Promise<AuthStep>;

const ANSWERS: Readonly<Record<string, Answer>> = {
  PASSWORD_VERIFIER: answerPasswordVerifier,
  NEW_PASSWORD_REQUIRED: answerNewPassword,
  SOFTWARE_TOKEN_MFA: answerSoftwareToken,
  MFA_SETUP: answerMfaSetup,
};

const UNCOVERED = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SMS_OTP',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'SELECT_MFA_TYPE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'PASSWORD',
  'PASSWORD_SRP',
  'WEB_AUTHN',
  'ADMIN_NO_SRP_AUTH',
];

/** Answers a challenge. Throws InvalidParameterException, and what the challenge's own file says. */
export async function respondToChallenge(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  input: ChallengeAnswer,
): Promise<AuthStep> {
  const name = input.ChallengeName ?? '';
  const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
  if (!answer) {
    if (UNCOVERED.includes(name)) throw notCovered(`the ${name} challenge of Cognito`);
    throw new AwsError(
      'InvalidParameterException',
      `1 validation error detected: Value '${name}' at 'challengeName' failed to satisfy constraint: Member must satisfy enum value set`,
    );
  }
  const responses = input.ChallengeResponses;
  const username = requireParameter(responses, 'USERNAME');
  checkSecretHash(client, [username], responses?.['SECRET_HASH']);
  return await answer(idp, pool, client, input);
}
