import { AwsError } from '../../../core/errors.ts';
import type { AttributeSchema, PoolClient, UserPool } from '../pool.ts';

/** One attribute on the wire. */
export interface WireAttribute {
  readonly Name?: string;
  readonly Value?: string;
}

/** Turns the wire's list into a record. Throws InvalidParameterException for a name that comes twice or not at all. */
export function readAttributes(list: readonly WireAttribute[] | undefined): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { Name, Value } of list ?? []) {
    if (typeof Name !== 'string' || Name === '') {
      throw new AwsError(
        'InvalidParameterException',
        "1 validation error detected: Value null at 'userAttributes.1.member.name' failed to satisfy constraint: Member must not be null",
      );
    }
    if (Object.hasOwn(attributes, Name)) {
      throw new AwsError('InvalidParameterException', `Duplicate attribute name: ${Name}`);
    }
    attributes[Name] = Value ?? '';
  }
  return attributes;
}

/** Throws NotAuthorizedException for what the client may not write; nobody but an admin says what is verified. */
export function checkWritable(client: PoolClient, names: readonly string[]): void {
  for (const name of names) {
    const allowed = client.writeAttributes === undefined || client.writeAttributes.includes(name);
    if (!allowed || name.endsWith('_verified')) {
      throw new AwsError('NotAuthorizedException', 'A client attempted to write unauthorized attribute');
    }
  }
}

function problem(schema: AttributeSchema | undefined, value: string): string | undefined {
  if (!schema) return 'Attribute does not exist in the schema.';
  if (value === '') return undefined;
  if (schema.type === 'Boolean' && value !== 'true' && value !== 'false') {
    return 'Attribute value must be true or false.';
  }
  if (schema.type === 'Number') {
    const number = Number(value);
    if (!/^-?\d+$/.test(value)) return 'Attribute value must be a number.';
    if (schema.min !== undefined && number < schema.min) return `Number must be no less than ${schema.min}`;
    if (schema.max !== undefined && number > schema.max)
      return `Number must be no greater than ${schema.max}`;
  }
  if (schema.type === 'String') {
    if (schema.min !== undefined && value.length < schema.min) {
      return `String must be at least ${schema.min} characters`;
    }
    if (schema.max !== undefined && value.length > schema.max) {
      return `String must be no longer than ${schema.max} characters`;
    }
  }
  return undefined;
}

/** Throws InvalidParameterException unless each value fits the pool's schema and its own format. */
export function checkValues(pool: UserPool, attributes: Readonly<Record<string, string>>): void {
  let problems = '';
  for (const [name, value] of Object.entries(attributes)) {
    const found = problem(pool.schema.get(name), value);
    if (found) problems += `${name}: ${found}\n`;
  }
  if (problems) {
    throw new AwsError('InvalidParameterException', `Attributes did not conform to the schema: ${problems}`);
  }
  if (attributes['email'] && !isEmail(attributes['email'])) {
    throw new AwsError('InvalidParameterException', 'Invalid email address format.');
  }
  if (attributes['phone_number'] && !isPhoneNumber(attributes['phone_number'])) {
    throw new AwsError('InvalidParameterException', 'Invalid phone number format.');
  }
}

/** Throws InvalidParameterException unless every required attribute has a value. */
export function checkRequired(pool: UserPool, attributes: Readonly<Record<string, string>>): void {
  const missing = missingRequired(pool, attributes);
  if (missing.length === 0) return;
  const problems = missing.map((name) => `${name}: The attribute is required\n`).join('');
  throw new AwsError('InvalidParameterException', `Attributes did not conform to the schema: ${problems}`);
}

/** The required attributes that have no value. */
export function missingRequired(pool: UserPool, attributes: Readonly<Record<string, string>>): string[] {
  return [...pool.schema.values()]
    .filter((schema) => schema.required && !attributes[schema.name])
    .map((schema) => schema.name);
}

/** Throws InvalidParameterException when an attribute would change that can't. */
export function checkMutable(
  pool: UserPool,
  before: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(changes)) {
    if (name === 'sub')
      throw new AwsError('InvalidParameterException', 'Cannot modify the non-mutable attribute sub');
    if (pool.schema.get(name)?.mutable === false && before[name] !== value) {
      throw new AwsError('InvalidParameterException', `user.${name}: Attribute cannot be updated.\n`);
    }
  }
}

export function isEmail(value: string): boolean {
  return /^[^\s@<>()[\],;:\\"]+@[^\s@.,;:]+(\.[^\s@.,;:]+)+$/.test(value) && value.length <= 320;
}

export function isPhoneNumber(value: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(value);
}
