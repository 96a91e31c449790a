import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { saveUser } from '../users.ts';

/** Lets a disabled user sign in again. */
export function AdminEnableUser(idp: Idp): Operation<PoolUserInput> {
  return poolUserOperation<PoolUserInput>(idp, 'AdminEnableUser', (pool, user) => {
    saveUser(idp, pool, user, { enabled: true });
    return {};
  });
}
