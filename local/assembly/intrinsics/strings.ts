import { templateError } from './errors.ts';
import type { Scope } from './scope.ts';

/** `Fn::Join`: [delimiter, list]. */
export function join(scope: Scope, value: unknown): string {
  const [delimiter, list] = asPair(scope, value, 'Fn::Join');
  if (typeof delimiter !== 'string' || !Array.isArray(list)) {
    throw templateError(
      scope,
      'every Fn::Join object requires two parameters, a delimiter and a list of strings',
    );
  }
  return list.map((one) => text(scope, one, 'Fn::Join')).join(delimiter);
}

/** `Fn::Split`: [delimiter, string]. */
export function split(scope: Scope, value: unknown): string[] {
  const [delimiter, source] = asPair(scope, value, 'Fn::Split');
  if (typeof delimiter !== 'string' || typeof source !== 'string') {
    throw templateError(scope, 'every Fn::Split object requires two parameters, a delimiter and a string');
  }
  return source.split(delimiter);
}

/** `Fn::Base64`. */
export function base64(scope: Scope, value: unknown): string {
  return Buffer.from(text(scope, value, 'Fn::Base64')).toString('base64');
}

/** `Fn::ToJsonString`. */
export function toJsonString(scope: Scope, value: unknown): string {
  if (value === null || typeof value !== 'object') {
    throw templateError(scope, 'Fn::ToJsonString must be an object or an array');
  }
  return JSON.stringify(value);
}

/** What stands between `${` and `}` in an `Fn::Sub`, without the escaped `${!…}`. */
export const SUB_VARIABLE = /\$\{(!?)([^{}]*)\}/g;

/** `Fn::Sub`: replaces each `${name}` by what `lookup` answers; `${!name}` stays as `${name}`. */
export function substitute(scope: Scope, template: string, lookup: (name: string) => unknown): string {
  return template.replace(SUB_VARIABLE, (_whole, escaped: string, name: string) =>
    escaped ? `\${${name}}` : text(scope, lookup(name.trim()), 'Fn::Sub'),
  );
}

/** A scalar as CloudFormation writes it into a string. */
function text(scope: Scope, value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw templateError(scope, `${where} needs strings, but got ${JSON.stringify(value)}`);
}

export function asPair(scope: Scope, value: unknown, where: string): readonly [unknown, unknown] {
  if (!Array.isArray(value) || value.length !== 2) {
    throw templateError(scope, `every ${where} object requires two parameters`);
  }
  return [value[0], value[1]];
}
