import { s3Error } from '../errors.ts';

export type PolicyCondition =
  | {
      readonly kind: 'eq' | 'starts-with';
      /** In lower case. */
      readonly field: string;
      readonly value: string;
      /** As S3's error shows it. */
      readonly text: string;
    }
  | { readonly kind: 'length'; readonly min: number; readonly max: number };

export interface PostPolicy {
  /** Milliseconds since the epoch. */
  readonly expiration: number;
  readonly conditions: readonly PolicyCondition[];
}

/** Reads a POST policy: base64 of JSON in UTF-8. Throws InvalidPolicyDocument. */
export function readPolicy(base64: string): PostPolicy {
  const document = parse(base64);
  const { expiration, conditions } = document;
  if (expiration === undefined) throw invalid('Policy missing expiration.');
  if (conditions === undefined) throw invalid('Policy missing conditions.');
  const time =
    typeof expiration === 'string' && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(expiration)
      ? Date.parse(expiration)
      : NaN;
  if (Number.isNaN(time)) throw invalid("Invalid 'expiration' value: '" + String(expiration) + "'");
  if (!Array.isArray(conditions)) throw invalid("Invalid 'conditions' value: must be a List.");
  return { expiration: time, conditions: conditions.flatMap(readCondition) };
}

function parse(base64: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    throw invalid('Invalid JSON.');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw invalid('Invalid JSON.');
  return value as Record<string, unknown>;
}

function readCondition(condition: unknown): PolicyCondition[] {
  if (Array.isArray(condition)) return [readList(condition)];
  if (condition === null || typeof condition !== 'object') throw invalid('Invalid Condition.');
  const entries = Object.entries(condition);
  if (entries.length !== 1)
    throw invalid('Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.');
  return entries.map(([name, value]) => match('eq', name, value));
}

function readList(list: readonly unknown[]): PolicyCondition {
  const [operator, first, second] = list;
  if (list.length !== 3) throw invalid('Invalid Condition: wrong number of arguments.');
  const kind = String(operator).toLowerCase();
  if (kind === 'content-length-range') {
    const [min, max] = [Number(first), Number(second)];
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0) {
      throw invalid('Invalid content-length-range: arguments must be numbers.');
    }
    return { kind: 'length', min, max };
  }
  if (kind !== 'eq' && kind !== 'starts-with')
    throw invalid(`Invalid Condition: unknown operation '${String(operator)}'.`);
  if (typeof first !== 'string' || !first.startsWith('$')) {
    throw invalid(`Invalid Condition: '${String(first)}' must start with '$'.`);
  }
  return match(kind, first.slice(1), second);
}

function match(kind: 'eq' | 'starts-with', name: string, value: unknown): PolicyCondition {
  if (typeof value !== 'string') throw invalid(`Invalid Simple-Condition: value must be a string.`);
  const text = `[${[kind, `$${name}`, value].map((one) => JSON.stringify(one)).join(', ')}]`;
  return { kind, field: name.toLowerCase(), value, text };
}

function invalid(why: string): Error {
  return s3Error('InvalidPolicyDocument', {}, `Invalid Policy: ${why}`);
}
