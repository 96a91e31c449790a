import { jsonEqual } from '../../util/json.ts';
import type { Expression } from '../ast.ts';
import type { Evaluate } from '../frame.ts';
import { toText } from '../java/text.ts';
import { disjunction } from '../parse.ts';
import type { Compiler } from './compiler.ts';

/** Velocity 1.7's truth: everything but null and false, so empty texts, empty lists and 0 are true. */
export function isTrue(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false;
}

export function compileMath(compiler: Compiler, expression: Extract<Expression, { type: 'math' }>): Evaluate {
  const { operator } = expression;
  if (operator === '&&' || operator === '||') return compileLogic(compiler, expression);
  const [left, right] = expression.expression.map(compiler.expression);
  if (left === undefined) return () => null;
  if (operator === 'parenthesis') return left;
  if (operator === 'not') return (frame) => !isTrue(left(frame));
  if (operator === 'minus') return (frame) => arithmetic('-', 0, left(frame));
  if (right === undefined) return () => null;
  if (operator === '==') return (frame) => velocityEqual(left(frame), right(frame));
  if (operator === '!=') return (frame) => !velocityEqual(left(frame), right(frame));
  if (['<', '<=', '>', '>='].includes(operator)) {
    return (frame) => compareNumbers(operator, left(frame), right(frame));
  }
  return (frame) => arithmetic(operator, left(frame), right(frame));
}

function compileLogic(compiler: Compiler, expression: Expression): Evaluate {
  const groups = disjunction(expression).map((group) => group.map(compiler.expression));
  return (frame) => groups.some((group) => group.every((operand) => isTrue(operand(frame))));
}

/** Values of different types are compared by their texts, as Velocity does. */
function velocityEqual(a: unknown, b: unknown): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  if (typeof a === 'object' && typeof b === 'object') return jsonEqual(a, b);
  return typeof a === typeof b ? a === b : toText(a) === toText(b);
}

/** Only numbers are ordered; anything else compares as false. */
function compareNumbers(operator: string, a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

/** Null when an operand is no number or the divisor is 0; `+` joins texts; whole numbers divide to whole numbers. */
function arithmetic(operator: string, a: unknown, b: unknown): unknown {
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) {
    return a === null || a === undefined || b === null || b === undefined ? null : toText(a) + toText(b);
  }
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) return null;
      return Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b;
    default:
      return b === 0 ? null : a % b;
  }
}
