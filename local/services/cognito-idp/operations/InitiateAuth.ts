import type { Operation } from '../../../core/service.ts';
import { initiateAuth } from '../auth/initiate.ts';
import type { InitiateInput } from '../auth/initiate.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';

interface Input extends InitiateInput {
  readonly ClientId?: string;
}

/** Starts a sign-in, or refreshes a session. */
export function InitiateAuth(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, (pool, client, input) => initiateAuth(idp, pool, client, input, false));
}
