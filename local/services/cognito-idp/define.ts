import { AwsError } from '../../core/errors.ts';
import type { Operation } from '../../core/service.ts';
import type { Idp } from './idp.ts';
import { requireText } from './input.ts';
import type { PoolClient, UserPool } from './pool.ts';
import type { User } from './store/users.ts';
import { authorizeAccessToken } from './tokens/verify.ts';
import { requireUser } from './users.ts';

export interface PoolInput {
  readonly UserPoolId?: string;
}

export interface PoolUserInput extends PoolInput {
  readonly Username?: string;
}

/** An operation that IAM allows on the pool's ARN, by the action of the same name. */
export function poolOperation<Input extends PoolInput>(
  idp: Idp,
  action: string,
  run: (pool: UserPool, input: Input) => unknown,
): Operation<Input> {
  return {
    authorize(input) {
      const { region, accountId } = idp.cloud;
      const poolId = requireText(input as Record<string, unknown>, 'UserPoolId');
      const resource = `arn:aws:cognito-idp:${region}:${accountId}:userpool/${poolId}`;
      return [{ action: `cognito-idp:${action}`, resource }];
    },
    run: async (input) =>
      await run(idp.registry.pool(requireText(input as Record<string, unknown>, 'UserPoolId')), input),
  };
}

/** As `poolOperation`, on one of its users. Throws UserNotFoundException. */
export function poolUserOperation<Input extends PoolUserInput>(
  idp: Idp,
  action: string,
  run: (pool: UserPool, user: User, input: Input) => unknown,
): Operation<Input> {
  return poolOperation<Input>(idp, action, (pool, input) => {
    const name = requireText(input as Record<string, unknown>, 'Username');
    return run(pool, requireUser(idp, pool, name), input);
  });
}

/** An operation that an app client calls without a signature. */
export function clientOperation<Input extends { readonly ClientId?: string }>(
  idp: Idp,
  run: (pool: UserPool, client: PoolClient, input: Input) => unknown,
): Operation<Input> {
  return {
    authorize: 'public',
    run: async (input) => {
      const clientId = requireText(input as Record<string, unknown>, 'ClientId');
      const { pool, client } = idp.registry.clientAndPool(clientId);
      return await run(pool, client, input);
    },
  };
}

/** An operation that a signed-in user calls with an access token. */
export function userOperation<Input extends { readonly AccessToken?: string }>(
  idp: Idp,
  run: (who: { pool: UserPool; client: PoolClient; user: User }, input: Input) => unknown,
): Operation<Input> {
  return {
    authorize: 'public',
    run: async (input) => await run(authorizeAccessToken(idp, input.AccessToken), input),
  };
}

/** The client of an admin operation that names one. Throws ResourceNotFoundException for another pool's. */
export function clientOfPool(idp: Idp, pool: UserPool, clientId: string): PoolClient {
  const client = idp.registry.client(clientId);
  if (client.poolId === pool.id) return client;
  throw new AwsError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
}
