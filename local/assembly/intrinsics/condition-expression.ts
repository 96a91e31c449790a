import { templateError } from './errors.ts';
import type { Scope } from './scope.ts';

/** The functions that give true or false. */
export const CONDITION_FUNCTIONS: ReadonlySet<string> = new Set([
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Condition',
]);

/** What a condition expression needs to know of the rest of the template. */
export interface ConditionParts {
  /** The value of another condition. */
  condition(name: string): boolean;
  /** An operand with its intrinsic functions resolved. */
  value(operand: unknown): unknown;
}

/** Evaluates one condition expression. Throws AwsError ValidationError. */
export function evaluateCondition(scope: Scope, expression: unknown, parts: ConditionParts): boolean {
  const [[name, argument] = ['', undefined]] = Object.entries((expression ?? {}) as Record<string, unknown>);
  const every = Array.isArray(argument) ? (argument as unknown[]) : [];
  switch (name) {
    case 'Condition':
      return parts.condition(String(argument));
    case 'Fn::Equals': {
      const [left, right] = every.map((one) => parts.value(one));
      return String(left) === String(right);
    }
    case 'Fn::And':
      return every.every((one) => evaluateCondition(scope, one, parts));
    case 'Fn::Or':
      return every.some((one) => evaluateCondition(scope, one, parts));
    case 'Fn::Not':
      return !evaluateCondition(scope, every[0], parts);
    default:
      throw templateError(scope, `a condition can't be ${JSON.stringify(expression)}`);
  }
}
