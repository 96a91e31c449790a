import { ResolverError } from '../../evaluator.ts';
import { isRecord } from '../json.ts';

/** One comparison of an enhanced subscription filter. */
export interface FilterEntry {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}

/** Groups are alternatives; the filters of a group must all hold. */
export interface SubscriptionFilter {
  readonly filterGroup: readonly { readonly filters: readonly FilterEntry[] }[];
}

const OPERATORS = new Set([
  'eq',
  'ne',
  'le',
  'lt',
  'ge',
  'gt',
  'contains',
  'notContains',
  'beginsWith',
  'in',
  'notIn',
  'between',
  'containsAny',
]);

/**
 * `util.transform.toSubscriptionFilter`: an object filter with `and` and `or` in the disjunctive form that
 * `extensions.setSubscriptionFilter` takes. Fields in `ignored` are left out; of `rules` at least one must hold
 * whatever the filter says. Returns null for nothing at all. Throws ResolverError for an unknown operator.
 */
export function toSubscriptionFilter(
  filter: unknown,
  ignored: unknown = [],
  rules: unknown = {},
): SubscriptionFilter | null {
  const skip = new Set(Array.isArray(ignored) ? ignored.map(String) : []);
  const wanted = isRecord(filter) ? conjunction(filter, skip) : [[]];
  const strict = isRecord(rules) && Object.keys(rules).length > 0 ? alternatives(rules) : [[]];
  const groups = cross([wanted, strict]).filter((group) => group.length > 0);
  return groups.length === 0 ? null : { filterGroup: groups.map((filters) => ({ filters })) };
}

type Groups = readonly (readonly FilterEntry[])[];

/** All members of an object hold together. */
function conjunction(filter: Record<string, unknown>, skip: ReadonlySet<string>): Groups {
  const factors = Object.entries(filter).map(([key, value]): Groups => {
    if (value === null || value === undefined || skip.has(key)) return [[]];
    if (key === 'and') return cross(members(value).map((member) => conjunction(member, skip)));
    if (key === 'or') {
      const either = members(value)
        .flatMap((member) => conjunction(member, skip))
        .filter((group) => group.length > 0);
      return either.length === 0 ? [[]] : either;
    }
    return [entries(key, value)];
  });
  return cross(factors);
}

function alternatives(rules: Record<string, unknown>): Groups {
  return Object.entries(rules).flatMap(([key, value]) =>
    key === 'or' || key === 'and' ? conjunction({ [key]: value }, new Set()) : [entries(key, value)],
  );
}

function entries(fieldName: string, operators: unknown): FilterEntry[] {
  if (!isRecord(operators)) return [];
  return Object.entries(operators).map(([operator, value]) => {
    if (!OPERATORS.has(operator)) {
      throw new ResolverError(
        `Unsupported operator '${operator}' in subscription filter.`,
        'MappingTemplate',
      );
    }
    return { fieldName, operator, value };
  });
}

function members(value: unknown): Record<string, unknown>[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord);
}

/** Every combination of one group from each factor, joined. */
function cross(factors: readonly Groups[]): Groups {
  return factors.reduce<Groups>(
    (product, factor) => product.flatMap((left) => factor.map((right) => [...left, ...right])),
    [[]],
  );
}
