import { AwsError } from '../../core/errors.ts';
import { hashPassword } from './auth/passwords.ts';
import type { Idp } from './idp.ts';
import { foldName } from './pool.ts';
import type { UserPool } from './pool.ts';
import type { User, UserStatus } from './store/users.ts';
import { checkAliasFree, saveUser, takenAlias } from './users.ts';

/**
 * Writes a new user, if the name is free: checked and written in one go, after all triggers have run.
 * Throws UsernameExistsException, AliasExistsException.
 */
export function createUser(
  idp: Idp,
  pool: UserPool,
  fresh: {
    username: string;
    sub: string;
    attributes: Readonly<Record<string, string>>;
    password: string | undefined;
    status: UserStatus;
    temporaryUntil?: number;
    existsMessage?: string;
  },
): User {
  const now = idp.cloud.clock.now();
  const password = fresh.password === undefined ? {} : hashPassword(pool, fresh.username, fresh.password);
  const exists = (): AwsError =>
    new AwsError('UsernameExistsException', fresh.existsMessage ?? 'User already exists');
  return idp.store.transaction(() => {
    const folded = foldName(pool, fresh.username);
    if (idp.store.users.byFoldedName(pool.id, folded)) throw exists();
    const names = pick(fresh.attributes, pool.usernameAttributes);
    if (takenAlias(idp, pool, names)) throw exists();
    const aliases = pick(fresh.attributes, pool.aliasAttributes);
    for (const name of ['email', 'phone_number']) {
      if (fresh.attributes[`${name}_verified`] !== 'true') delete aliases[name];
    }
    checkAliasFree(idp, pool, aliases, fresh.username);
    return saveUser(idp, pool, {
      poolId: pool.id,
      username: fresh.username,
      sub: fresh.sub,
      status: fresh.status,
      enabled: true,
      attributes: fresh.attributes,
      ...password,
      temporaryUntil: fresh.temporaryUntil,
      mfa: { enabled: [] },
      created: now,
      modified: now,
    });
  });
}

function pick(
  attributes: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}
