import type { Operation } from '../../../core/service.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';

interface Input {
  readonly AccessToken?: string;
}

/** Ends all sessions of the signed-in user. */
export function GlobalSignOut(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, ({ pool, user }) => {
    idp.store.sessions.revokeAll(pool.id, user.username);
    return {};
  });
}
