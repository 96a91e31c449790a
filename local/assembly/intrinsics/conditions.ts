import { templateError } from './errors.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';

/** The functions that give true or false. */
export const CONDITION_FUNCTIONS: ReadonlySet<string> = new Set([
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Condition',
]);

/**
 * Evaluates all `Conditions` of a template. They see parameters and mappings, and each other.
 * Throws AwsError ValidationError, also when they refer to each other in a circle.
 */
export function evaluateConditions(scope: Scope): ReadonlyMap<string, boolean> {
  const known = new Map<string, boolean>();
  const pending = new Set<string>();
  const lookup = (name: string): boolean => {
    const value = known.get(name);
    if (value !== undefined) return value;
    const expression = scope.template.Conditions?.[name];
    if (expression === undefined) throw templateError(scope, `unresolved condition dependency ${name}`);
    if (pending.has(name)) throw templateError(scope, `Circular dependency between conditions: ${name}`);
    pending.add(name);
    const result = evaluateCondition(scope, expression, lookup);
    pending.delete(name);
    known.set(name, result);
    return result;
  };
  for (const name of Object.keys(scope.template.Conditions ?? {})) lookup(name);
  return known;
}

/** Evaluates one condition expression. */
export function evaluateCondition(
  scope: Scope,
  expression: unknown,
  lookup: (name: string) => boolean,
): boolean {
  const [[name, argument] = ['', undefined]] = Object.entries((expression ?? {}) as Record<string, unknown>);
  const every = Array.isArray(argument) ? (argument as unknown[]) : [];
  switch (name) {
    case 'Condition':
      return lookup(String(argument));
    case 'Fn::Equals': {
      const [left, right] = every.map((one) => evaluate(scope, one));
      return String(left) === String(right);
    }
    case 'Fn::And':
      return every.every((one) => evaluateCondition(scope, one, lookup));
    case 'Fn::Or':
      return every.some((one) => evaluateCondition(scope, one, lookup));
    case 'Fn::Not':
      return !evaluateCondition(scope, every[0], lookup);
    default:
      throw templateError(scope, `a condition can't be ${JSON.stringify(expression)}`);
  }
}
