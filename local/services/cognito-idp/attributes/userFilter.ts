import { AwsError } from '../../../core/errors.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';

const NAMES = [
  'username',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'cognito:user_status',
  'status',
  'sub',
];

/**
 * Reads a ListUsers filter: `name = "value"` or, for «starts with», `name ^= "value"`; quotes in the value are
 * escaped by a backslash. Throws InvalidParameterException.
 */
export function parseUserFilter(pool: UserPool, filter: string): (user: User) => boolean {
  if (filter.trim() === '') return () => true;
  const match = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/s.exec(filter);
  if (!match) throw new AwsError('InvalidParameterException', 'Error while parsing filter.');
  const [, name = '', operator, quoted = ''] = match;
  if (!NAMES.includes(name)) {
    throw new AwsError('InvalidParameterException', `Invalid search attribute: ${name}`);
  }
  const fold = (text: string): string => (pool.caseSensitive ? text : text.toLowerCase());
  const wanted = fold(quoted.replaceAll(/\\(.)/gs, '$1'));
  return (user) => {
    const value = valueOf(user, name);
    if (value === undefined) return false;
    return operator === '=' ? fold(value) === wanted : fold(value).startsWith(wanted);
  };
}

function valueOf(user: User, name: string): string | undefined {
  if (name === 'username') return user.username;
  if (name === 'sub') return user.sub;
  if (name === 'cognito:user_status') return user.status;
  // Cognito's own name for whether the user is enabled.
  if (name === 'status') return user.enabled ? 'Enabled' : 'Disabled';
  return user.attributes[name];
}
