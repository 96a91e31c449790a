import { BlockList, isIP } from 'node:net';
import { compilePattern } from './wildcard.ts';

/** Whether a request's value fits a policy's value. */
export type Comparison = (requested: string, expected: string) => boolean;

/** One operator without its prefixes and suffixes. A negated one wants that nothing fits. */
export interface ConditionOperator {
  readonly negated: boolean;
  readonly fits: Comparison;
}

/** The operators of «IAM JSON policy elements: Condition operators», names in lower case. */
export const CONDITION_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  ...pair(
    'string',
    literal((requested, expected) => requested === expected),
    'equals',
  ),
  ...pair(
    'string',
    literal((requested, expected) => requested.toLowerCase() === expected.toLowerCase()),
    'equalsignorecase',
  ),
  ...pair('string', (requested, expected) => compilePattern(expected, 'plain')(requested), 'like'),
  ...pair('arn', matchesArn, 'equals'),
  ...pair('arn', matchesArn, 'like'),
  ...pair(
    'numeric',
    ordered(Number, (difference) => difference === 0),
    'equals',
  ),
  numericlessthan: positive(ordered(Number, (difference) => difference < 0)),
  numericlessthanequals: positive(ordered(Number, (difference) => difference <= 0)),
  numericgreaterthan: positive(ordered(Number, (difference) => difference > 0)),
  numericgreaterthanequals: positive(ordered(Number, (difference) => difference >= 0)),
  ...pair(
    'date',
    ordered(toTime, (difference) => difference === 0),
    'equals',
  ),
  datelessthan: positive(ordered(toTime, (difference) => difference < 0)),
  datelessthanequals: positive(ordered(toTime, (difference) => difference <= 0)),
  dategreaterthan: positive(ordered(toTime, (difference) => difference > 0)),
  dategreaterthanequals: positive(ordered(toTime, (difference) => difference >= 0)),
  bool: positive(literal((requested, expected) => requested.toLowerCase() === expected.toLowerCase())),
  binaryequals: positive(literal((requested, expected) => requested === expected)),
  ipaddress: positive(matchesIp),
  notipaddress: { negated: true, fits: matchesIp },
};

function positive(fits: Comparison): ConditionOperator {
  return { negated: false, fits };
}

/** `StringEquals` and `StringNotEquals`, from `string`, and `equals`. */
function pair(family: string, fits: Comparison, name: string): Record<string, ConditionOperator> {
  return { [`${family}${name}`]: { negated: false, fits }, [`${family}not${name}`]: { negated: true, fits } };
}

/** Expected values come escaped for patterns (see `variables.ts`); a literal comparison undoes that. */
function literal(fits: Comparison): Comparison {
  return (requested, expected) => fits(requested, expected.replace(/\\([*?\\])/g, '$1'));
}

function ordered(parse: (text: string) => number, holds: (difference: number) => boolean): Comparison {
  return (requested, expected) => holds(parse(requested) - parse(expected));
}

/** An ISO 8601 date or seconds since the epoch, as milliseconds. */
function toTime(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** Each of an ARN's six parts is compared for itself. */
function matchesArn(requested: string, expected: string): boolean {
  if (expected === '*') return true;
  const asked = arnParts(requested);
  const wanted = arnParts(expected);
  return (
    asked.length === wanted.length &&
    wanted.every((part, index) => compilePattern(part, 'plain')(asked[index] ?? ''))
  );
}

function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function matchesIp(requested: string, expected: string): boolean {
  const [network = '', prefix] = expected.split('/');
  const family = isIP(network);
  if (family === 0 || isIP(requested) !== family) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, Number(prefix ?? (family === 4 ? 32 : 128)), type);
  return list.check(requested, type);
}
