import { codeError, locationOf } from './code-error.ts';
import type { Token } from './tokenize.ts';

/** Words that APPSYNC_JS does not have, with the words that AWS's own linter uses for them. */
const REFUSED: Readonly<Record<string, string>> = {
  async: 'Async processes are not supported',
  await: 'Async processes are not supported',
  class: 'Classes are not supported',
  yield: 'Generators are not supported',
  this: '`this` keyword is not supported',
  try: 'try/catch structure is not supported',
  catch: 'try/catch structure is not supported',
  finally: 'try/catch structure is not supported',
  throw: '`throw` is not supported, use `util.error`',
  while: 'while loops are not supported',
  do: 'do-while loops are not supported',
  continue: '`continue` is not supported',
  instanceof: 'The operator instanceof is not supported',
  debugger: '`debugger` is not supported',
  with: '`with` is not supported',
};
const REFUSED_OPERATORS = new Set(['++', '--', '~']);

/**
 * Throws the error AWS would answer (BadRequestException) for syntax that APPSYNC_JS does not support: loops other
 * than for-in and for-of, try, throw, async, classes, generators, regular expressions, `this`, `++`, `--`, `~`, `in`.
 * See «Supported runtime features» in AppSync's guide.
 */
export function checkSupported(source: string, tokens: readonly Token[]): void {
  const parens: string[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    trackParens(parens, token, before);
    const problem = problemOf(token, before, after, parens);
    if (problem !== undefined) throw codeError(problem, locationOf(source, token.start));
  });
  for (const header of loopHeaders(tokens)) {
    if (header.word === undefined) {
      throw codeError(
        'for is not supported (except for for-in and for-of)',
        locationOf(source, header.start),
      );
    }
  }
}

/** Keeps what opened each parenthesis, to tell the `in` of a for-in from the operator. */
function trackParens(parens: string[], token: Token, before: Token | undefined): void {
  if (token.kind !== 'punctuator') return;
  if (token.text === '(') parens.push(before?.text === 'for' && before.kind === 'name' ? 'for' : '(');
  if (token.text === ')') parens.pop();
}

function problemOf(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  parens: readonly string[],
): string | undefined {
  if (token.kind === 'regexp') return 'Regex literals are not supported';
  if (token.kind === 'punctuator') {
    if (REFUSED_OPERATORS.has(token.text)) return `The unary operator ${token.text} is not supported`;
    if (token.text === '*' && before?.text === 'function') return 'Generators are not supported';
    return undefined;
  }
  if (before?.text === 'break' && token.kind === 'name' && token.start === before.end + 1) {
    return 'Labels are not supported';
  }
  if (token.kind === 'name' && token.text === 'prototype' && before?.text === '.') {
    return '`prototype` is not supported';
  }
  if (token.kind !== 'name' || isMemberName(before, after)) return undefined;
  if (token.text === 'in' && parens.at(-1) !== 'for')
    return 'The in operator is not supported, use Object.hasOwn';
  return Object.hasOwn(REFUSED, token.text) ? REFUSED[token.text] : undefined;
}

/** A word after a dot or before a colon names a member and is no keyword. */
function isMemberName(before: Token | undefined, after: Token | undefined): boolean {
  return before?.text === '.' || before?.text === '?.' || after?.text === ':';
}

/** A `for`'s header: where its parentheses stand, and the `of` or `in` it has. */
export interface LoopHeader {
  readonly start: number;
  readonly word: Token | undefined;
  readonly close: Token;
}

export function loopHeaders(tokens: readonly Token[]): LoopHeader[] {
  const headers: LoopHeader[] = [];
  tokens.forEach((token, index) => {
    const open = tokens[index + 1];
    if (token.kind !== 'name' || token.text !== 'for' || open?.text !== '(') return;
    if (isMemberName(tokens[index - 1], open)) return;
    let depth = 0;
    let word: Token | undefined;
    for (const inner of tokens.slice(index + 1)) {
      depth += delta(inner);
      if (
        depth === 1 &&
        word === undefined &&
        inner.kind === 'name' &&
        (inner.text === 'of' || inner.text === 'in')
      ) {
        word = inner;
      }
      if (depth === 0) {
        headers.push({ start: token.start, word, close: inner });
        return;
      }
    }
  });
  return headers;
}

function delta(token: Token): number {
  if (token.kind === 'template') {
    return (token.text.endsWith('${') ? 1 : 0) - (token.text.startsWith('}') ? 1 : 0);
  }
  if (token.kind !== 'punctuator') return 0;
  if (['(', '[', '{'].includes(token.text)) return 1;
  return [')', ']', '}'].includes(token.text) ? -1 : 0;
}
