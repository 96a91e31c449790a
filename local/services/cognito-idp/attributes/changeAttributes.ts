import type { Idp } from '../idp.ts';
import { sendCode } from '../messages/sendCode.ts';
import type { CodeDeliveryDetails } from '../messages/sendCode.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { checkAliasFree, saveUser } from '../users.ts';
import { checkMutable, checkRequired, checkValues } from './validateAttributes.ts';

const VERIFIABLE = ['email', 'phone_number'];

/**
 * Changes attributes. A new address is unverified and gets a code; where the pool verifies before it updates, the
 * old one stays until that code is used, unless an administrator says that the new one is verified.
 * Throws InvalidParameterException, AliasExistsException.
 */
export async function changeAttributes(
  idp: Idp,
  pool: UserPool,
  user: User,
  changes: Readonly<Record<string, string>>,
  caller: { clientId: string; clientMetadata?: Readonly<Record<string, string>> },
): Promise<CodeDeliveryDetails[]> {
  checkValues(pool, changes);
  checkMutable(pool, user.attributes, changes);
  const attributes: Record<string, string> = { ...user.attributes, ...changes };
  const toVerify: { attribute: string; value: string }[] = [];
  for (const attribute of VERIFIABLE) {
    const value = changes[attribute];
    if (value === undefined || value === user.attributes[attribute]) continue;
    if (value === '') delete attributes[`${attribute}_verified`];
    if (value === '' || changes[`${attribute}_verified`] === 'true') continue;
    if (pool.autoVerified.includes(attribute)) toVerify.push({ attribute, value });
    if (pool.verifyBeforeUpdate.includes(attribute)) {
      keep(attributes, user.attributes, attribute);
    } else {
      attributes[`${attribute}_verified`] = 'false';
    }
  }
  for (const [name, value] of Object.entries(attributes)) if (value === '') delete attributes[name];
  checkRequired(pool, { ...attributes, ...pendingOf(toVerify) });
  const changed = idp.store.transaction(() => {
    checkAliasFree(idp, pool, changes, user.username);
    return saveUser(idp, pool, user, { attributes });
  });
  const details: CodeDeliveryDetails[] = [];
  for (const { attribute, value } of toVerify) {
    details.push(
      await sendCode(idp, pool, changed, {
        purpose: `verify:${attribute}`,
        source: 'CustomMessage_UpdateUserAttribute',
        attribute,
        pendingValue: value,
        ...caller,
      }),
    );
  }
  return details;
}

/** Puts one attribute and its verification back to what they were. */
function keep(
  attributes: Record<string, string>,
  before: Readonly<Record<string, string>>,
  attribute: string,
): void {
  for (const name of [attribute, `${attribute}_verified`]) {
    const value = before[name];
    if (value === undefined) delete attributes[name];
    else attributes[name] = value;
  }
}

function pendingOf(toVerify: readonly { attribute: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(toVerify.map(({ attribute, value }) => [attribute, value]));
}
