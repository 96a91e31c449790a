import type { Operation } from '../../../core/service.ts';
import { presentUser } from '../attributes/present.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { presentMfa } from './GetUser.ts';

/** A user with all attributes. */
export function AdminGetUser(idp: Idp): Operation<PoolUserInput> {
  return poolUserOperation<PoolUserInput>(idp, 'AdminGetUser', (_pool, user) => {
    const { Attributes: UserAttributes, ...rest } = presentUser(user);
    return { ...rest, UserAttributes, ...presentMfa(user) };
  });
}
