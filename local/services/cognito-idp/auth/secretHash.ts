import { createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { PoolClient } from '../pool.ts';

/**
 * Checks the hash that a client with a secret must send: base64(HMAC-SHA256(secret, name + client id)). Any of
 * the names is accepted, since clients sign the one a person typed or the one an answer gave them.
 * Throws NotAuthorizedException.
 */
export function checkSecretHash(
  client: PoolClient,
  names: readonly string[],
  given: string | undefined,
): void {
  if (client.secret === undefined) {
    if (given === undefined) return;
    throw new AwsError('NotAuthorizedException', `Client ${client.id} is not configured with a secret`);
  }
  if (given === undefined) {
    throw new AwsError(
      'NotAuthorizedException',
      `Client ${client.id} is configured with secret but SECRET_HASH was not received`,
    );
  }
  const secret = client.secret;
  const matches = names.some((name) => {
    const expected = createHmac('sha256', secret)
      .update(name + client.id)
      .digest();
    const received = Buffer.from(given, 'base64');
    return received.length === expected.length && timingSafeEqual(received, expected);
  });
  if (!matches) {
    throw new AwsError('NotAuthorizedException', `Unable to verify secret hash for client ${client.id}`);
  }
}
