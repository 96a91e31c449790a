import type { Operation } from '../../../core/service.ts';
import { respondToChallenge } from '../auth/respond.ts';
import type { ChallengeAnswer } from '../auth/respond.ts';
import { clientOfPool, poolOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';

interface Input extends ChallengeAnswer {
  readonly UserPoolId?: string;
  readonly ClientId?: string;
}

/** Answers a challenge on behalf of a server that IAM allows to. */
export function AdminRespondToAuthChallenge(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'AdminRespondToAuthChallenge', (pool, input) => {
    const client = clientOfPool(idp, pool, requireText(input as Record<string, unknown>, 'ClientId'));
    return respondToChallenge(idp, pool, client, input);
  });
}
