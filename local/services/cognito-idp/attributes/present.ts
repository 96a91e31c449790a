import type { PoolClient } from '../pool.ts';
import type { User } from '../store/users.ts';
import type { WireAttribute } from './validateAttributes.ts';

/** A user's attributes as the wire lists them; with a client, only what that client may read. */
export function presentAttributes(user: User, client?: PoolClient): WireAttribute[] {
  const readable = client?.readAttributes;
  return [
    { Name: 'sub', Value: user.sub },
    ...Object.entries(user.attributes)
      .filter(([name]) => readable === undefined || readable.includes(name))
      .map(([Name, Value]) => ({ Name, Value })),
  ].sort((a, b) => (a.Name < b.Name ? -1 : 1));
}

/** A user as ListUsers and AdminCreateUser show it. */
export function presentUser(user: User): Record<string, unknown> {
  return {
    Username: user.username,
    Attributes: presentAttributes(user),
    UserCreateDate: user.created / 1000,
    UserLastModifiedDate: user.modified / 1000,
    Enabled: user.enabled,
    UserStatus: user.status,
  };
}

/** A user's attributes as triggers see them. */
export function triggerAttributes(user: User): Record<string, string> {
  return { sub: user.sub, 'cognito:user_status': user.status, ...user.attributes };
}
