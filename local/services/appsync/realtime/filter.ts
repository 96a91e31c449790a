import { isObject } from '../data-sources/request.ts';
import { ResolverError } from '../runtime/evaluator.ts';
import { OPERATORS } from './filter-operators.ts';

interface Condition {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}

/** A checked filter: groups of which one must hold, each with conditions that must all hold. */
export type SubscriptionFilter = readonly (readonly Condition[])[];

/** How many values AppSync takes for an operator. */
const MAX_VALUES: Readonly<Record<string, number>> = { in: 5, notIn: 5, containsAny: 20, between: 2 };

/**
 * Reads `{ filterGroup: [{ filters: [{ fieldName, operator, value }] }] }`; undefined for null or no groups, which
 * means «no filter». Throws ResolverError for an unknown operator or too many values.
 */
export function readFilter(value: unknown): SubscriptionFilter | undefined {
  if (value === undefined || value === null) return undefined;
  const groups = isObject(value) ? value.filterGroup : undefined;
  if (!Array.isArray(groups)) throw invalid('filterGroup must be a list');
  if (!groups.length) return undefined;
  return groups.map((group) => {
    const filters: unknown = isObject(group) ? group.filters : undefined;
    if (!Array.isArray(filters)) throw invalid('filters must be a list');
    return filters.map(readCondition);
  });
}

function readCondition(value: unknown): Condition {
  if (!isObject(value)) throw invalid('a filter must be an object');
  const { fieldName, operator, value: wanted } = value;
  if (typeof fieldName !== 'string' || fieldName.length > 256 || fieldName.split('.').length > 5) {
    throw invalid(`'${String(fieldName)}' is not a valid fieldName`);
  }
  if (typeof operator !== 'string' || !Object.hasOwn(OPERATORS, operator)) {
    throw invalid(`'${String(operator)}' is not a valid operator`);
  }
  const max = MAX_VALUES[operator];
  if (max !== undefined && (!Array.isArray(wanted) || wanted.length > max)) {
    throw invalid(`the operator '${operator}' takes a list of at most ${max} values`);
  }
  return { fieldName, operator, value: wanted };
}

function invalid(why: string): ResolverError {
  return new ResolverError(`Invalid subscription filter: ${why}.`, 'BadRequestException');
}

/** Whether a payload passes. A field that the payload lacks passes nothing: the mutation did not select it. */
export function passesFilter(filter: SubscriptionFilter, payload: unknown): boolean {
  return filter.some((group) =>
    group.every(({ fieldName, operator, value }) => {
      const actual = valueAt(payload, fieldName);
      return actual !== undefined && OPERATORS[operator]!(actual, value);
    }),
  );
}

function valueAt(payload: unknown, path: string): unknown {
  let at = payload;
  for (const name of path.split('.')) {
    if (!isObject(at)) return undefined;
    at = at[name];
  }
  return at;
}
