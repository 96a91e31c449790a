import { isRecord } from '../../util/json.ts';
import { rdsError } from './code-error.ts';

/** A statement before it knows its dialect. */
export interface Statement {
  readonly type: 'SELECT' | 'INSERT' | 'UPDATE' | 'REMOVE';
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What the `sql` tag gives: texts, and between them values to bind. */
export interface SqlTemplate {
  readonly strings: readonly string[];
  readonly keys: readonly unknown[];
}

export function select(payload?: unknown): Statement {
  return { type: 'SELECT', properties: properties(payload, 'select') };
}

export function insert(payload?: unknown): Statement {
  return { type: 'INSERT', properties: properties(payload, 'insert') };
}

export function update(payload?: unknown): Statement {
  return { type: 'UPDATE', properties: properties(payload, 'update') };
}

export function remove(payload?: unknown): Statement {
  return { type: 'REMOVE', properties: properties(payload, 'remove') };
}

export function sql(strings: readonly string[], ...keys: readonly unknown[]): SqlTemplate {
  if (!Array.isArray(strings) || strings.length !== keys.length + 1) {
    throw rdsError('java.lang.IllegalArgumentException: Unexpected argument passed to sql tagged template');
  }
  return { strings: [...strings], keys };
}

export function isSqlTemplate(value: unknown): value is SqlTemplate {
  return isRecord(value) && Array.isArray(value.strings) && Array.isArray(value.keys);
}

function properties(payload: unknown, helper: string): Readonly<Record<string, unknown>> {
  if (payload === undefined) throw rdsError(`An argument is expected to be passed to ${helper}`);
  if (!isRecord(payload)) throw rdsError('Expected payload to be an Object.');
  return payload;
}
