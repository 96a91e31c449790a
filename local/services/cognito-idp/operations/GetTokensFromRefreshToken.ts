import { timingSafeEqual } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import type { PoolClient } from '../pool.ts';
import { refreshTokens } from '../tokens/refresh.ts';

interface Input {
  readonly ClientId?: string;
  readonly ClientSecret?: string;
  readonly RefreshToken?: string;
  readonly DeviceKey?: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** New tokens for a refresh token, which is exchanged as well where the client rotates them. */
export function GetTokensFromRefreshToken(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, async (pool, client, input) => {
    const token = requireText(input as Record<string, unknown>, 'RefreshToken');
    checkClientSecret(client, input.ClientSecret);
    return {
      AuthenticationResult: await refreshTokens(idp, pool, client, token, input.ClientMetadata),
    };
  });
}

/** Throws NotAuthorizedException unless the secret itself (not its hash) is the client's. */
export function checkClientSecret(client: PoolClient, given: string | undefined): void {
  if (client.secret === undefined) return;
  const right = Buffer.from(client.secret);
  const tried = Buffer.from(given ?? '');
  if (right.length !== tried.length || !timingSafeEqual(right, tried)) {
    throw new AwsError(
      'NotAuthorizedException',
      given === undefined
        ? `Client ${client.id} is configured for secret but secret was not received`
        : `Unable to verify secret for client ${client.id}`,
    );
  }
}
