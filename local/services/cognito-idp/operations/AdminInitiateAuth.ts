import type { Operation } from '../../../core/service.ts';
import { initiateAuth } from '../auth/initiate.ts';
import type { InitiateInput } from '../auth/initiate.ts';
import { clientOfPool, poolOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';

interface Input extends InitiateInput {
  readonly UserPoolId?: string;
  readonly ClientId?: string;
}

/** Starts a sign-in on behalf of a server that IAM allows to. */
export function AdminInitiateAuth(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'AdminInitiateAuth', (pool, input) => {
    const client = clientOfPool(idp, pool, requireText(input as Record<string, unknown>, 'ClientId'));
    return initiateAuth(idp, pool, client, input, true);
  });
}
