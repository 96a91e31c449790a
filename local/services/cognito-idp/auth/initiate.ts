import { AwsError, notCovered } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import { requireParameter } from '../input.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import { refreshTokens } from '../tokens/refresh.ts';
import type { AuthStep } from './challenge.ts';
import { startPasswordSignIn } from './passwordSignIn.ts';
import { checkSecretHash } from './secretHash.ts';
import { startSrpSignIn } from './srpSignIn.ts';

export interface InitiateInput {
  readonly AuthFlow?: string;
  readonly AuthParameters?: Readonly<Record<string, string>>;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** The setting of the client that each flow needs, with the older name of the same, and what Cognito says without. */
const SETTINGS: Readonly<Record<string, { allow: readonly string[]; refusal: string }>> = {
  USER_SRP_AUTH: {
    allow: ['ALLOW_USER_SRP_AUTH'],
    refusal: 'USER_SRP_AUTH is not enabled for the client.',
  },
  USER_PASSWORD_AUTH: {
    allow: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
    refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
  },
  ADMIN_USER_PASSWORD_AUTH: {
    allow: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
    refusal: 'Auth flow not enabled for this client',
  },
  REFRESH_TOKEN_AUTH: {
    allow: ['ALLOW_REFRESH_TOKEN_AUTH'],
    refusal: 'Auth flow not enabled for this client',
  },
};

/**
 * Starts a sign-in by one of the flows that are covered: SRP, password, admin password, refresh token.
 * Throws InvalidParameterException for a flow that the client or the caller may not use.
 */
export async function initiateAuth(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  input: InitiateInput,
  admin: boolean,
): Promise<AuthStep> {
  const flow = canonicalFlow(input.AuthFlow);
  if (flow === 'CUSTOM_AUTH' || flow === 'USER_AUTH') throw notCovered(`the ${flow} flow of Cognito`);
  const setting = SETTINGS[flow];
  if (!setting || (flow === 'ADMIN_USER_PASSWORD_AUTH' && !admin)) {
    throw new AwsError('InvalidParameterException', 'Initiate Auth method not supported.');
  }
  const explicit = client.authFlows.some((name) => setting.allow.includes(name));
  if (!explicit && !(admin && flow === 'USER_SRP_AUTH')) {
    throw new AwsError('InvalidParameterException', setting.refusal);
  }
  const parameters = input.AuthParameters ?? {};
  if (flow === 'REFRESH_TOKEN_AUTH') return refresh(idp, pool, client, input);
  const username = requireParameter(parameters, 'USERNAME');
  checkSecretHash(client, [username], parameters['SECRET_HASH']);
  if (flow === 'USER_SRP_AUTH') {
    const srpA = requireParameter(parameters, 'SRP_A');
    return await startSrpSignIn(idp, pool, client, username, srpA, input.ClientMetadata);
  }
  const password = requireParameter(parameters, 'PASSWORD');
  return await startPasswordSignIn(idp, pool, client, username, password, input.ClientMetadata);
}

function canonicalFlow(flow: string | undefined): string {
  if (flow === 'REFRESH_TOKEN') return 'REFRESH_TOKEN_AUTH';
  if (flow === 'ADMIN_NO_SRP_AUTH') return 'ADMIN_USER_PASSWORD_AUTH';
  return flow ?? '';
}

async function refresh(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  input: InitiateInput,
): Promise<AuthStep> {
  if (client.rotation) {
    throw new AwsError(
      'InvalidParameterException',
      'Refresh token rotation is enabled for this client: use GetTokensFromRefreshToken',
    );
  }
  const token = requireParameter(input.AuthParameters, 'REFRESH_TOKEN');
  const session = idp.store.sessions.findRefreshToken(token)?.session;
  const user = session && idp.store.users.byUsername(pool.id, session.username);
  const names = user ? [user.username, user.sub, ...Object.values(user.attributes)] : [];
  checkSecretHash(client, names, input.AuthParameters?.['SECRET_HASH']);
  const result = await refreshTokens(idp, pool, client, token, input.ClientMetadata);
  return { ChallengeParameters: {}, AuthenticationResult: result };
}
