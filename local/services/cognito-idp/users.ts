import { AwsError } from '../../core/errors.ts';
import { isEmail, isPhoneNumber } from './attributes/validateAttributes.ts';
import type { Idp } from './idp.ts';
import { foldName } from './pool.ts';
import type { UserPool } from './pool.ts';
import type { User } from './store/users.ts';

/** Finds a user by name, by `sub`, or by an attribute that the pool lets people sign in with. */
export function findUser(idp: Idp, pool: UserPool, name: string): User | undefined {
  const { users } = idp.store;
  const folded = foldName(pool, name);
  const byName = users.byFoldedName(pool.id, folded) ?? users.bySub(pool.id, name);
  if (byName) return byName;
  for (const attribute of [...pool.usernameAttributes, ...pool.aliasAttributes]) {
    const found = users.byAlias(pool.id, attribute, folded);
    if (found) return found;
  }
  return undefined;
}

/** As `findUser`. Throws UserNotFoundException, for callers that may know who exists. */
export function requireUser(idp: Idp, pool: UserPool, name: string): User {
  const user = findUser(idp, pool, name);
  if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.');
  return user;
}

/** Writes a changed user, with the time of the change and the aliases that its attributes now give it. */
export function saveUser(idp: Idp, pool: UserPool, user: User, changes: Partial<User> = {}): User {
  const changed: User = { ...user, ...changes, modified: idp.cloud.clock.now() };
  idp.store.transaction(() => {
    idp.store.users.save(pool, changed);
    idp.store.users.setAliases(changed, aliasesOf(pool, changed));
  });
  return changed;
}

/** The folded attribute values by which a user can be found: alias attributes only once they are verified. */
function aliasesOf(pool: UserPool, user: User): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const attribute of pool.usernameAttributes) {
    const value = user.attributes[attribute];
    if (value) aliases.set(attribute, foldName(pool, value));
  }
  for (const attribute of pool.aliasAttributes) {
    const value = user.attributes[attribute];
    const counts = attribute === 'preferred_username' || user.attributes[`${attribute}_verified`] === 'true';
    if (value && counts) aliases.set(attribute, foldName(pool, value));
  }
  return aliases;
}

/** Whether another user already has one of these values as a name. Returns the attribute. */
export function takenAlias(
  idp: Idp,
  pool: UserPool,
  attributes: Readonly<Record<string, string>>,
  except?: string,
): { attribute: string; owner: User } | undefined {
  for (const attribute of [...pool.usernameAttributes, ...pool.aliasAttributes]) {
    const value = attributes[attribute];
    if (!value) continue;
    const owner = idp.store.users.byAlias(pool.id, attribute, foldName(pool, value));
    if (owner && owner.username !== except) return { attribute, owner };
  }
  return undefined;
}

/** Throws AliasExistsException when another user has a value that is about to become this user's alias. */
export function checkAliasFree(
  idp: Idp,
  pool: UserPool,
  attributes: Readonly<Record<string, string>>,
  except: string,
): void {
  const taken = takenAlias(idp, pool, attributes, except);
  if (taken) {
    throw new AwsError('AliasExistsException', `An account with the ${taken.attribute} already exists.`);
  }
}

/**
 * Which attribute a person gave as user name, in a pool where an address is the name; undefined in other pools.
 * Throws InvalidParameterException for anything else.
 */
export function nameAttribute(pool: UserPool, name: string): 'email' | 'phone_number' | undefined {
  const { usernameAttributes, aliasAttributes } = pool;
  if (usernameAttributes.length === 0) {
    if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(name)) {
      throw new AwsError(
        'InvalidParameterException',
        "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
      );
    }
    if (aliasAttributes.includes('email') && isEmail(name)) {
      throw new AwsError(
        'InvalidParameterException',
        'Username cannot be of email format, since user pool is configured for email alias.',
      );
    }
    return undefined;
  }
  if (usernameAttributes.includes('email') && isEmail(name)) return 'email';
  if (usernameAttributes.includes('phone_number') && isPhoneNumber(name)) return 'phone_number';
  const kinds = usernameAttributes.length === 2 ? 'either an email or a phone number' : undefined;
  const kind = usernameAttributes[0] === 'email' ? 'an email' : 'a phone number';
  throw new AwsError('InvalidParameterException', `Username should be ${kinds ?? kind}.`);
}
