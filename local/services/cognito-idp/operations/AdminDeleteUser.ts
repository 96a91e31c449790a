import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';

/** Deletes a user, with everything that belongs to them. */
export function AdminDeleteUser(idp: Idp): Operation<PoolUserInput> {
  return poolUserOperation<PoolUserInput>(idp, 'AdminDeleteUser', (_pool, user) => {
    idp.store.transaction(() => idp.store.users.delete(user));
    return {};
  });
}
