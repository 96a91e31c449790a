import velocity from 'amplify-velocity-template';
import { LocalCloudError } from '../../../../core/errors.ts';
import type { Ast, Expression } from './ast.ts';

/**
 * Parses a template. Throws LocalCloudError InvalidTemplate, which AWS would answer to CreateResolver, when its
 * syntax is wrong.
 */
export function parseTemplate(template: string): readonly Ast[] {
  // The grammar knows a bare `#return` only when something follows it.
  const text = /#return\s*$/.test(template) ? `${template}\n` : template;
  try {
    return velocity.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const message = /reading 'unshift'/.test(detail) ? 'a directive has no #end' : detail;
    throw new LocalCloudError(
      'InvalidTemplate',
      `The mapping template does not parse: ${message}`,
      'Correct the template; AppSync would refuse it as well.',
      cause,
    );
  }
}

/** Parses the inside of a double-quoted string, in which only references count. */
export function parseInterpolated(text: string): readonly Ast[] {
  return parseTemplate(text.replace(/#/g, '\\#'));
}

/**
 * The grammar gives `&&` and `||` the same precedence; Velocity binds `&&` tighter. A chain comes out nested to the
 * left, parentheses being nodes of their own, so it can be regrouped: alternatives of conjunctions.
 */
export function disjunction(expression: Expression): Expression[][] {
  const operands: Expression[] = [];
  const operators: string[] = [];
  let rest = expression;
  while (rest.type === 'math' && (rest.operator === '&&' || rest.operator === '||')) {
    const [left, right] = rest.expression;
    if (left === undefined || right === undefined) break;
    operands.unshift(right);
    operators.unshift(rest.operator);
    rest = left;
  }
  const groups: Expression[][] = [[rest]];
  operands.forEach((operand, index) => {
    if (operators[index] === '||') groups.push([operand]);
    else groups.at(-1)?.push(operand);
  });
  return groups;
}
