import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';

/** Ends all sessions of a user. */
export function AdminUserGlobalSignOut(idp: Idp): Operation<PoolUserInput> {
  return poolUserOperation<PoolUserInput>(idp, 'AdminUserGlobalSignOut', (pool, user) => {
    idp.store.sessions.revokeAll(pool.id, user.username);
    return {};
  });
}
