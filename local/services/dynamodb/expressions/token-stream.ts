import { validationError } from '../errors.ts';
import type { AttributeValue } from '../values/attribute-value.ts';
import type { ExpressionContext, ExpressionKind } from './context.ts';
import { tokenize, type Token } from './lexer.ts';
import { isReservedWord } from './reserved-words.ts';
import type { DocumentPath } from './syntax.ts';

const MAX_LENGTH = 4096;
const MAX_INDEX = 2 ** 31 - 1;

/** The grammar's lower half, which all expressions share: tokens, document paths, placeholders, errors. */
export class TokenStream {
  private readonly tokens: readonly Token[];
  private readonly kind: ExpressionKind;
  private readonly expression: string;
  private readonly context: ExpressionContext;
  private position = 0;
  private problem: string | undefined;

  constructor(expression: string, kind: ExpressionKind, context: ExpressionContext) {
    this.kind = kind;
    this.expression = expression;
    this.context = context;
    if (expression.trim() === '') throw this.invalid('The expression can not be empty;');
    const size = Buffer.byteLength(expression);
    if (size > MAX_LENGTH) {
      throw this.invalid(`Expression size has exceeded the maximum allowed size; expression size: ${size}`);
    }
    this.tokens = tokenize(expression);
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.position += 1;
    return token;
  }

  /** Takes the mark if it comes next. */
  take(mark: string): boolean {
    if (this.peek().kind !== 'mark' || this.peek().text !== mark) return false;
    this.position += 1;
    return true;
  }

  expect(mark: string): void {
    if (!this.take(mark)) throw this.unexpected();
  }

  /** Takes the keyword, in whatever case, if it comes next. */
  takeKeyword(keyword: string): boolean {
    if (!this.atKeyword(keyword)) return false;
    this.position += 1;
    return true;
  }

  atKeyword(...keywords: readonly string[]): boolean {
    const token = this.peek();
    return token.kind === 'identifier' && keywords.includes(token.text.toUpperCase());
  }

  atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  /** Ends the parsing: nothing may be left, and what was noted on the way is thrown now. */
  finish(): void {
    if (!this.atEnd()) throw this.unexpected();
    if (this.problem !== undefined) throw this.invalid(this.problem);
  }

  /** Notes a mistake that is not one of syntax: those are only told when the syntax is right. The first one counts. */
  note(problem: string): void {
    this.problem ??= problem;
  }

  /** The error for the token that comes next, with its neighbours, as DynamoDB shows them. */
  unexpected(): Error {
    const token = this.peek();
    const before = this.tokens[this.position - 1] ?? token;
    const after = this.tokens[this.position + 1] ?? token;
    const near = this.expression.slice(before.start, after.end).trim();
    return this.invalid(`Syntax error; token: "${token.text}", near: "${near}"`);
  }

  path(): DocumentPath {
    const path: (string | number)[] = [this.attributeName()];
    for (;;) {
      if (this.take('.')) path.push(this.attributeName());
      else if (this.take('[')) {
        path.push(this.listIndex());
        this.expect(']');
      } else return path;
    }
  }

  /** The value of the placeholder that comes next; a stand-in when it is not defined, which is noted. */
  placeholderValue(): AttributeValue {
    const { text } = this.next();
    const value = this.context.values.get(text);
    this.context.used.add(text);
    if (value) return value;
    this.note(`An expression attribute value used in expression is not defined; attribute value: ${text}`);
    return { NULL: true };
  }

  private attributeName(): string {
    const token = this.peek();
    if (token.kind === 'identifier') {
      this.position += 1;
      if (isReservedWord(token.text)) {
        this.note(`Attribute name is a reserved keyword; reserved keyword: ${token.text}`);
      }
      return token.text;
    }
    if (token.kind !== 'name') throw this.unexpected();
    this.position += 1;
    this.context.used.add(token.text);
    const name = this.context.names.get(token.text);
    if (name === undefined) {
      this.note(
        `An expression attribute name used in the document path is not defined; attribute name: ${token.text}`,
      );
    }
    return name ?? token.text;
  }

  private listIndex(): number {
    const token = this.peek();
    if (token.kind !== 'number') throw this.unexpected();
    this.position += 1;
    const index = Number(token.text);
    if (index > MAX_INDEX) {
      this.note(`List index is not within the allowable range; index: [${token.text}]`);
    }
    return index;
  }

  private invalid(message: string): Error {
    return validationError(`Invalid ${this.kind}: ${message}`);
  }
}
