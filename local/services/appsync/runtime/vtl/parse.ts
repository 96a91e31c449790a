import velocity from 'amplify-velocity-template';
import { LocalCloudError } from '../../../../core/errors.ts';
import type { Ast, Expression } from './ast.ts';

/** Ends a reference in the grammar's eyes; stands for no text. A private-use character that templates don't have. */
const SEPARATOR = '\uE000';
const MAX_SEPARATORS = 500;

/**
 * Parses a template. Throws LocalCloudError InvalidTemplate, which AWS would answer to CreateResolver, when its
 * syntax is wrong.
 */
export function parseTemplate(template: string): readonly Ast[] {
  // The grammar knows a bare `#return` only when something follows it.
  let text = /#return\s*$/.test(template) ? `${template}\n` : template;
  for (let separators = 0; ; separators++) {
    try {
      return withoutSeparators(velocity.parse(text) as readonly Ast[]);
    } catch (cause) {
      const offset = separators < MAX_SEPARATORS ? strayBracket(text, cause) : undefined;
      if (offset === undefined) throw invalid(cause);
      text = text.slice(0, offset) + SEPARATOR + text.slice(offset);
    }
  }
}

/**
 * The grammar wants a brace or bracket right after a reference or `#end` to belong to it (`$x.y(){"a": 1}`), while in
 * Velocity it is text. Gives the place of such a one, where a separator helps.
 */
function strayBracket(text: string, cause: unknown): number | undefined {
  const hash = (cause as { hash?: { loc?: { last_line: number; last_column: number } } }).hash;
  if (hash?.loc === undefined) return undefined;
  const lines = text.split('\n').slice(0, hash.loc.last_line - 1);
  const offset = lines.reduce((sum, line) => sum + line.length + 1, 0) + hash.loc.last_column;
  const isStray = ['{', '['].includes(text.charAt(offset)) && text.charAt(offset - 1) !== SEPARATOR;
  return isStray ? offset : undefined;
}

function withoutSeparators(nodes: readonly Ast[]): readonly Ast[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node.replaceAll(SEPARATOR, '');
    return Array.isArray(node) ? withoutSeparators(node as readonly Ast[]) : node;
  });
}

function invalid(cause: unknown): LocalCloudError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  const message = detail.includes("reading 'unshift'") ? 'a directive has no #end' : detail;
  return new LocalCloudError(
    'InvalidTemplate',
    `The mapping template does not parse: ${message.replaceAll(SEPARATOR, '')}`,
    'Correct the template; AppSync would refuse it as well.',
    cause,
  );
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
