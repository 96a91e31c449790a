import { randomUUID } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import type { Session } from '../store/sessions.ts';
import type { User } from '../store/users.ts';
import { preTokenGeneration } from '../triggers/preTokenGeneration.ts';
import type { TokenSource } from '../triggers/preTokenGeneration.ts';
import { accessTokenClaims, groupClaims, idTokenClaims } from './claims.ts';
import { signJwt } from './jwt.ts';

export interface AuthenticationResult {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken?: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
}

export interface IssueRequest {
  readonly pool: UserPool;
  readonly client: PoolClient;
  readonly user: User;
  readonly source: TokenSource;
  readonly clientMetadata?: Readonly<Record<string, string>>;
}

/** Starts a session and issues its tokens, refresh token included. */
export async function issueTokens(idp: Idp, request: IssueRequest): Promise<AuthenticationResult> {
  const { pool, client, user } = request;
  const now = idp.cloud.clock.now();
  const session = { originJti: randomUUID(), authTime: now };
  const tokens = await signTokens(idp, request, session);
  return idp.store.transaction(() => {
    // The triggers took their time: the user may be gone by now.
    if (!idp.store.users.byUsername(pool.id, user.username)) {
      throw new AwsError('UserNotFoundException', 'User does not exist.');
    }
    idp.store.sessions.prune(now);
    idp.store.sessions.create({
      ...session,
      poolId: pool.id,
      username: user.username,
      clientId: client.id,
    });
    const RefreshToken = idp.store.sessions.createRefreshToken(
      session.originJti,
      now + client.refreshTokenMs,
    );
    return { ...tokens, RefreshToken };
  });
}

/** Signs an id and an access token of a session. */
export async function signTokens(
  idp: Idp,
  request: IssueRequest,
  session: Pick<Session, 'originJti' | 'authTime'>,
): Promise<AuthenticationResult> {
  const { pool, client, user } = request;
  const groups = groupClaims(idp.store.groups.ofUser(pool.id, user.username));
  const overrides = await preTokenGeneration(idp, pool, client, user, {
    source: request.source,
    groups,
    clientMetadata: request.clientMetadata,
  });
  const key = idp.store.keys.forPool(pool.id);
  const input = {
    pool,
    client,
    user,
    session,
    groups: overrides.groups ?? groups,
    overrides,
    eventId: randomUUID(),
    now: idp.cloud.clock.now(),
  };
  return {
    AccessToken: signJwt(key, accessTokenClaims(input)),
    ExpiresIn: Math.floor(client.accessTokenMs / 1000),
    IdToken: signJwt(key, idTokenClaims(input)),
    TokenType: 'Bearer',
  };
}
