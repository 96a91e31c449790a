import type { Idp } from './idp.ts';

/** What the console shows of user pools: neither passwords nor secrets. */
export function inspect(idp: Idp): unknown {
  return {
    pools: idp.registry.pools().map((pool) => ({
      id: pool.id,
      name: pool.name,
      issuer: pool.issuer,
      usernameAttributes: pool.usernameAttributes,
      mfa: pool.mfa,
      triggers: pool.triggers,
      groups: idp.store.groups.list(pool.id).map((group) => group.name),
      clients: idp.registry.clients(pool.id).map((client) => ({
        id: client.id,
        name: client.name,
        authFlows: client.authFlows,
        hasSecret: client.secret !== undefined,
      })),
      users: idp.store.users.list(pool.id).map((user) => ({
        username: user.username,
        sub: user.sub,
        status: user.status,
        enabled: user.enabled,
        attributes: user.attributes,
        groups: idp.store.groups.ofUser(pool.id, user.username).map((group) => group.name),
        mfa: user.mfa.enabled,
        created: user.created,
        modified: user.modified,
      })),
    })),
  };
}
