import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { saveUser } from '../users.ts';

/** A disabled user can't sign in, and their sessions end. */
export function AdminDisableUser(idp: Idp): Operation<PoolUserInput> {
  return poolUserOperation<PoolUserInput>(idp, 'AdminDisableUser', (pool, user) => {
    idp.store.transaction(() => {
      saveUser(idp, pool, user, { enabled: false });
      idp.store.sessions.revokeAll(pool.id, user.username);
    });
    return {};
  });
}
