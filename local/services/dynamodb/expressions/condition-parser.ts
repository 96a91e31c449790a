import type { ExpressionContext, ExpressionKind } from './context.ts';
import { boundsProblem, CONDITION_FUNCTIONS, functionProblem, operatorProblem } from './function-checks.ts';
import type { Comparator, Condition, FunctionCall, Operand } from './syntax.ts';
import { TokenStream } from './token-stream.ts';

const COMPARATORS: readonly string[] = ['=', '<>', '<', '<=', '>', '>='];

/**
 * Reads a ConditionExpression, FilterExpression or KeyConditionExpression. Throws ValidationException.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function parseCondition(
  expression: string,
  kind: ExpressionKind,
  context: ExpressionContext,
): Condition {
  const parser = new ConditionParser(new TokenStream(expression, kind, context));
  return parser.parse();
}

/** Something in parentheses may turn out to be a condition or an operand: `(a = :b)`, `(a) = :b`. */
type Parsed =
  | { readonly condition: Condition; readonly operand?: undefined; readonly grouped: boolean }
  | { readonly operand: Operand; readonly condition?: undefined; readonly grouped: boolean };

class ConditionParser {
  private readonly tokens: TokenStream;

  constructor(tokens: TokenStream) {
    this.tokens = tokens;
  }

  parse(): Condition {
    const condition = this.asCondition(this.or());
    this.tokens.finish();
    return condition;
  }

  private or(): Parsed {
    let left = this.and();
    while (this.tokens.takeKeyword('OR')) left = this.joined('or', left, this.and());
    return left;
  }

  private and(): Parsed {
    let left = this.not();
    while (this.tokens.takeKeyword('AND')) left = this.joined('and', left, this.not());
    return left;
  }

  private not(): Parsed {
    if (!this.tokens.takeKeyword('NOT')) return this.comparison();
    return { condition: { kind: 'not', condition: this.asCondition(this.not()) }, grouped: false };
  }

  private joined(kind: 'and' | 'or', left: Parsed, right: Parsed): Parsed {
    const joined = { kind, left: this.asCondition(left), right: this.asCondition(right) };
    return { condition: joined, grouped: false };
  }

  private comparison(): Parsed {
    const left = this.primary();
    const { kind, text } = this.tokens.peek();
    if (kind === 'mark' && COMPARATORS.includes(text)) {
      const subject = this.asOperand(left);
      this.tokens.next();
      const right = this.asOperand(this.primary());
      this.note(operatorProblem(text, [subject, right]));
      return this.done({ kind: 'compare', operator: text as Comparator, left: subject, right });
    }
    if (this.tokens.atKeyword('BETWEEN')) return this.between(this.asOperand(left));
    if (this.tokens.atKeyword('IN')) return this.membership(this.asOperand(left));
    return left;
  }

  private between(subject: Operand): Parsed {
    this.tokens.next();
    const low = this.asOperand(this.primary());
    if (!this.tokens.takeKeyword('AND')) throw this.tokens.unexpected();
    const high = this.asOperand(this.primary());
    this.note(operatorProblem('BETWEEN', [subject, low, high]) ?? boundsProblem(low, high));
    return this.done({ kind: 'between', subject, low, high });
  }

  private membership(subject: Operand): Parsed {
    this.tokens.next();
    this.tokens.expect('(');
    const candidates = this.operands();
    if (candidates.length > 100) {
      this.note(
        'Invalid number of operands for operator or function; operator or function: IN, ' +
          `number of operands: ${candidates.length}`,
      );
    }
    this.note(operatorProblem('IN', [subject, ...candidates]));
    return this.done({ kind: 'in', subject, candidates });
  }

  /** Operands up to the closing parenthesis; at least one. */
  private operands(): Operand[] {
    const operands: Operand[] = [];
    do operands.push(this.asOperand(this.primary()));
    while (this.tokens.take(','));
    this.tokens.expect(')');
    return operands;
  }

  private primary(): Parsed {
    if (this.tokens.take('(')) {
      const inner = this.or();
      this.tokens.expect(')');
      if (inner.grouped) this.note('The expression has redundant parentheses;');
      return { ...inner, grouped: true };
    }
    const token = this.tokens.peek();
    if (token.kind === 'value') {
      return { operand: { kind: 'value', value: this.tokens.placeholderValue() }, grouped: false };
    }
    if (token.kind === 'identifier' && this.tokens.peek(1).text === '(') return this.call();
    if (this.tokens.atKeyword('AND', 'OR', 'NOT', 'BETWEEN', 'IN')) throw this.tokens.unexpected();
    return { operand: { kind: 'path', path: this.tokens.path() }, grouped: false };
  }

  private call(): Parsed {
    const name = this.tokens.next().text;
    this.tokens.expect('(');
    const operands = this.operands();
    if (name !== 'size' && !CONDITION_FUNCTIONS.has(name)) {
      this.note(`Invalid function name; function: ${name}`);
    } else this.note(functionProblem(name, operands));
    return { operand: { kind: 'call', name, operands }, grouped: false };
  }

  private asCondition(parsed: Parsed): Condition {
    if (parsed.condition) return parsed.condition;
    const operand = parsed.operand as Operand;
    if (operand.kind !== 'call') throw this.tokens.unexpected();
    if (operand.name === 'size') this.note(misused(operand));
    return operand;
  }

  private asOperand(parsed: Parsed): Operand {
    if (parsed.condition) throw this.tokens.unexpected();
    const operand = parsed.operand as Operand;
    if (operand.kind === 'call' && CONDITION_FUNCTIONS.has(operand.name)) this.note(misused(operand));
    return operand;
  }

  private done(condition: Condition): Parsed {
    return { condition, grouped: false };
  }

  private note(problem: string | undefined): void {
    if (problem !== undefined) this.tokens.note(problem);
  }
}

function misused({ name }: FunctionCall): string {
  return `The function is not allowed to be used this way in an expression; function: ${name}`;
}
