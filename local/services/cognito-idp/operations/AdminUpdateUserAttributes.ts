import type { Operation } from '../../../core/service.ts';
import { changeAttributes } from '../attributes/changeAttributes.ts';
import { readAttributes } from '../attributes/validateAttributes.ts';
import type { WireAttribute } from '../attributes/validateAttributes.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { NO_CLIENT } from '../triggers/invoke.ts';

interface Input extends PoolUserInput {
  readonly UserAttributes?: readonly WireAttribute[];
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Changes a user's attributes, verification included. */
export function AdminUpdateUserAttributes(idp: Idp): Operation<Input> {
  return poolUserOperation<Input>(idp, 'AdminUpdateUserAttributes', async (pool, user, input) => {
    await changeAttributes(idp, pool, user, readAttributes(input.UserAttributes), {
      clientId: NO_CLIENT,
      clientMetadata: input.ClientMetadata,
    });
    return {};
  });
}
