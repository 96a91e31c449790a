import { evaluateCondition } from './condition-expression.ts';
import { templateError } from './errors.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';

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
    const result = evaluateCondition(scope, expression, {
      condition: lookup,
      value: (operand) => evaluate(scope, operand),
    });
    pending.delete(name);
    known.set(name, result);
    return result;
  };
  for (const name of Object.keys(scope.template.Conditions ?? {})) lookup(name);
  return known;
}
