export interface Token {
  /** `#name`, `:value`, an identifier, digits, an operator or mark, the end, or something that is none of these. */
  readonly kind: 'name' | 'value' | 'identifier' | 'number' | 'mark' | 'end' | 'unknown';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['name', /#[A-Za-z0-9_]+/y],
  ['value', /:[A-Za-z0-9_]+/y],
  ['identifier', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['number', /[0-9]+/y],
  ['mark', /<=|>=|<>|[=<>()[\],.+-]/y],
];

/** Cuts an expression into tokens; the last one is the end. What fits nowhere becomes a token of kind `unknown`. */
export function tokenize(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    if (/\s/.test(expression[at]!)) {
      at += 1;
      continue;
    }
    const token = tokenAt(expression, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '<EOF>', start: expression.length, end: expression.length });
  return tokens;
}

function tokenAt(expression: string, start: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(expression);
    if (match) return { kind, text: match[0], start, end: start + match[0].length };
  }
  return { kind: 'unknown', text: expression[start]!, start, end: start + 1 };
}
