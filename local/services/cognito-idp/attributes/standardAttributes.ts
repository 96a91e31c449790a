import type { AttributeSchema } from '../pool.ts';

const STRINGS = [
  'address',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'website',
  'zoneinfo',
];

/** The OpenID Connect attributes that every pool has, as long as its schema says nothing else. */
export function standardAttributes(): Map<string, AttributeSchema> {
  const schema = new Map<string, AttributeSchema>();
  const add = (name: string, more: Partial<AttributeSchema> = {}): void => {
    schema.set(name, { name, type: 'String', required: false, mutable: true, min: 0, max: 2048, ...more });
  };
  for (const name of STRINGS) add(name);
  add('birthdate', { min: 10, max: 10 });
  for (const name of ['email_verified', 'phone_number_verified']) {
    add(name, { type: 'Boolean', min: undefined, max: undefined });
  }
  add('updated_at', { type: 'Number', max: undefined });
  return schema;
}
