import { typeOf, type AttributeType, type AttributeValue } from '../values/attribute-value.ts';
import type { ExpressionContext } from './context.ts';
import { CONDITION_FUNCTIONS, functionProblem, typeProblem, UPDATE_FUNCTIONS } from './function-checks.ts';
import { pathProblem } from './paths.ts';
import type { FunctionCall, Operand, SetValue, UpdateAction } from './syntax.ts';
import { TokenStream } from './token-stream.ts';

const SECTIONS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;
type Section = (typeof SECTIONS)[number];

const TYPE_WORDS: Readonly<Record<AttributeType, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
  M: 'MAP',
  L: 'LIST',
  SS: 'STRING_SET',
  NS: 'NUMBER_SET',
  BS: 'BINARY_SET',
};

/**
 * Reads an UpdateExpression. Throws ValidationException.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 */
export function parseUpdate(expression: string, context: ExpressionContext): readonly UpdateAction[] {
  const parser = new UpdateParser(new TokenStream(expression, 'UpdateExpression', context));
  return parser.parse();
}

class UpdateParser {
  private readonly tokens: TokenStream;
  private readonly actions: UpdateAction[] = [];

  constructor(tokens: TokenStream) {
    this.tokens = tokens;
  }

  parse(): readonly UpdateAction[] {
    const seen = new Set<Section>();
    do {
      const section = SECTIONS.find((name) => this.tokens.takeKeyword(name));
      if (!section) throw this.tokens.unexpected();
      if (seen.has(section)) {
        this.tokens.note(`The "${section}" section can only be used once in an update expression;`);
      }
      seen.add(section);
      do this.actions.push(this.action(section));
      while (this.tokens.take(','));
    } while (!this.tokens.atEnd());
    this.note(pathProblem(this.actions.map(({ path }) => path)));
    this.tokens.finish();
    return this.actions;
  }

  private action(section: Section): UpdateAction {
    const path = this.tokens.path();
    if (section === 'REMOVE') return { kind: 'REMOVE', path };
    if (section === 'SET') {
      this.tokens.expect('=');
      return { kind: 'SET', path, value: this.setValue() };
    }
    if (this.tokens.peek().kind !== 'value') throw this.tokens.unexpected();
    const value = this.tokens.placeholderValue();
    this.checkOperand(section, value);
    return { kind: section, path, value };
  }

  private setValue(): SetValue {
    if (this.tokens.take('(')) {
      const value = this.setValue();
      this.tokens.expect(')');
      return value;
    }
    const left = this.operand();
    const operator = this.tokens.take('+') ? '+' : this.tokens.take('-') ? '-' : undefined;
    if (!operator) return left;
    const right = this.operand();
    this.note(typeProblem(operator, [left, right], ['N']));
    return { kind: 'arithmetic', operator, left, right };
  }

  private operand(): Operand {
    if (this.tokens.take('(')) {
      const operand = this.operand();
      this.tokens.expect(')');
      return operand;
    }
    const token = this.tokens.peek();
    if (token.kind === 'value') return { kind: 'value', value: this.tokens.placeholderValue() };
    if (token.kind === 'identifier' && this.tokens.peek(1).text === '(') return this.call();
    return { kind: 'path', path: this.tokens.path() };
  }

  private call(): FunctionCall {
    const name = this.tokens.next().text;
    this.tokens.expect('(');
    const operands: Operand[] = [];
    do operands.push(this.operand());
    while (this.tokens.take(','));
    this.tokens.expect(')');
    if (UPDATE_FUNCTIONS.has(name)) this.note(functionProblem(name, operands));
    else if (name === 'size' || CONDITION_FUNCTIONS.has(name)) {
      this.tokens.note(`The function is not allowed in an update expression; function: ${name}`);
    } else this.tokens.note(`Invalid function name; function: ${name}`);
    return { kind: 'call', name, operands };
  }

  private checkOperand(section: 'ADD' | 'DELETE', value: AttributeValue): void {
    const type = typeOf(value);
    const allowed = section === 'ADD' ? ['N', 'SS', 'NS', 'BS'] : ['SS', 'NS', 'BS'];
    if (allowed.includes(type)) return;
    this.tokens.note(
      `Incorrect operand type for operator or function; operator: ${section}, ` +
        `operand type: ${TYPE_WORDS[type]}, typeSet: ALLOWED_FOR_${section}_OPERAND`,
    );
  }

  private note(problem: string | undefined): void {
    if (problem !== undefined) this.tokens.note(problem);
  }
}
