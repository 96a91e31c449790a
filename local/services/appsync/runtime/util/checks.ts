import { isRecord } from './json.ts';
import { javaRegExp } from './java-regexp.ts';

export function isNull(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Null, or an empty string, list or map. */
export function isNullOrEmpty(value: unknown): boolean {
  if (isNull(value) || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

/** Null, or a string of nothing but white space. */
export function isNullOrBlank(value: unknown): boolean {
  return isNull(value) || (typeof value === 'string' && value.trim() === '');
}

export function defaultIfNull(value: unknown, fallback: unknown): unknown {
  return isNull(value) ? fallback : value;
}

export function defaultIfNullOrEmpty(value: unknown, fallback: unknown): unknown {
  return isNullOrEmpty(value) ? fallback : value;
}

export function defaultIfNullOrBlank(value: unknown, fallback: unknown): unknown {
  return isNullOrBlank(value) ? fallback : value;
}

/** The type's name as `$util.typeOf` says it. */
export function typeOf(value: unknown): string {
  if (isNull(value)) return 'Null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'Number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return 'List';
  return isRecord(value) ? 'Map' : 'Object';
}

/** Whether the pattern (Java's syntax) matches somewhere in the value. */
export function matches(pattern: unknown, value: unknown): boolean {
  return javaRegExp(String(pattern)).test(String(value ?? ''));
}
