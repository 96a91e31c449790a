import type { Operation } from '../../../core/service.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';

interface Input {
  readonly AccessToken?: string;
}

/** The signed-in user deletes their account; the name is free at once and no token works any longer. */
export function DeleteUser(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, ({ user }) => {
    idp.store.transaction(() => idp.store.users.delete(user));
    return {};
  });
}
