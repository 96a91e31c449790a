import type { Operation } from '../../../core/service.ts';
import { respondToChallenge } from '../auth/respond.ts';
import type { ChallengeAnswer } from '../auth/respond.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';

interface Input extends ChallengeAnswer {
  readonly ClientId?: string;
}

/** Answers the challenge that InitiateAuth or an earlier answer led to. */
export function RespondToAuthChallenge(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, (pool, client, input) => respondToChallenge(idp, pool, client, input));
}
