import { notCovered } from '../../../core/errors.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Whether a record fits a filter pattern: fields lead to lists of alternatives.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * Throws LocalCloudError for a comparison that is not covered.
 */
export function matchesPattern(pattern: Json, value: Json | undefined): boolean {
  if (Array.isArray(pattern)) {
    const candidates = Array.isArray(value) ? value : [value];
    return pattern.some((alternative) => candidates.some((one) => matchesAlternative(alternative, one)));
  }
  if (typeof pattern !== 'object' || pattern === null) throw notCovered('a filter pattern without lists');
  return Object.entries(pattern).every(([key, inner]) => {
    if (key === '$or') return (inner as Json[]).some((one) => matchesPattern(one, value));
    return matchesPattern(inner, isObject(value) ? value[key] : undefined);
  });
}

function matchesAlternative(alternative: Json, value: Json | undefined): boolean {
  if (!isObject(alternative)) return alternative === value;
  const [kind, operand] = Object.entries(alternative)[0] ?? [];
  const text = typeof value === 'string' ? value : undefined;
  switch (kind) {
    case 'exists':
      return (value !== undefined) === operand;
    case 'prefix':
      return text?.startsWith(String(operand)) ?? false;
    case 'suffix':
      return text?.endsWith(String(operand)) ?? false;
    case 'equals-ignore-case':
      return text?.toLowerCase() === String(operand).toLowerCase();
    case 'anything-but':
      return value !== undefined && !anyOf(operand as Json, value);
    case 'numeric':
      return matchesNumeric(operand as Json[], value);
    default:
      throw notCovered(`the comparison ${kind} in a filter pattern`);
  }
}

function anyOf(operand: Json, value: Json): boolean {
  if (Array.isArray(operand)) return operand.includes(value);
  return isObject(operand) ? matchesAlternative(operand, value) : operand === value;
}

function matchesNumeric(operand: Json[], value: Json | undefined): boolean {
  // Numbers of DynamoDB come as text.
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return false;
  for (let i = 0; i < operand.length; i += 2) {
    const limit = Number(operand[i + 1]);
    const holds = {
      '=': number === limit,
      '<': number < limit,
      '<=': number <= limit,
      '>': number > limit,
      '>=': number >= limit,
    };
    const held = holds[operand[i] as keyof typeof holds];
    if (held === undefined)
      throw notCovered(`the numeric comparison ${String(operand[i])} in a filter pattern`);
    if (!held) return false;
  }
  return true;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
