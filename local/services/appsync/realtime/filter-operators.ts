import { isDeepStrictEqual } from 'node:util';

type Operator = (actual: unknown, wanted: unknown) => boolean;

function order(compare: (difference: number) => boolean): Operator {
  return (actual, wanted) => {
    if (typeof actual === 'number' && typeof wanted === 'number') return compare(actual - wanted);
    if (typeof actual === 'string' && typeof wanted === 'string') {
      return compare(actual < wanted ? -1 : actual > wanted ? 1 : 0);
    }
    return false;
  };
}

const contains: Operator = (actual, wanted) => {
  if (Array.isArray(actual)) return actual.some((one) => isDeepStrictEqual(one, wanted));
  return typeof actual === 'string' && typeof wanted === 'string' && actual.includes(wanted);
};

const oneOf: Operator = (actual, wanted) =>
  Array.isArray(wanted) && wanted.some((one) => isDeepStrictEqual(one, actual));

const ge = order((difference) => difference >= 0);
const le = order((difference) => difference <= 0);

/** https://docs.aws.amazon.com/appsync/latest/devguide/extensions.html, «Operators». */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  eq: (actual, wanted) => isDeepStrictEqual(actual, wanted),
  ne: (actual, wanted) => !isDeepStrictEqual(actual, wanted),
  le,
  lt: order((difference) => difference < 0),
  ge,
  gt: order((difference) => difference > 0),
  contains,
  notContains: (actual, wanted) => !contains(actual, wanted),
  beginsWith: (actual, wanted) =>
    typeof actual === 'string' && typeof wanted === 'string' && actual.startsWith(wanted),
  in: oneOf,
  notIn: (actual, wanted) => !oneOf(actual, wanted),
  between: (actual, wanted) => Array.isArray(wanted) && ge(actual, wanted[0]) && le(actual, wanted[1]),
  containsAny: (actual, wanted) => Array.isArray(wanted) && wanted.some((one) => contains(actual, one)),
};
