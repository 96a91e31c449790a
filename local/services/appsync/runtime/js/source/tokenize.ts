/** A token of JavaScript source; comments and white space are left out. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'template' | 'regexp' | 'punctuator';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** After these words an expression starts, so a `/` there starts a regular expression. */
const BEFORE_EXPRESSION = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'new',
  'else',
  'throw',
]);

const PUNCTUATORS =
  />>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|\*\*|[{}()[\];,<>+\-*/%&|^!~?:=.@#]/y;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER =
  /0[xX][\da-fA-F_]+n?|0[bB][01_]+n?|0[oO][0-7_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?n?/y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const SKIP = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

/**
 * Splits source into tokens, enough to know keywords from texts: template literals are cut at their `${` and `}`.
 * Whether the program is valid is left to the engine that compiles it; stray characters end the list.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  /** Open braces; true for those that return to a template literal. */
  const braces: boolean[] = [];
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  const push = (kind: Token['kind'], text: string): void => {
    tokens.push({ kind, text, start: at, end: at + text.length });
    at += text.length;
  };
  const template = (opening: string): void => {
    const start = at;
    at += opening.length;
    at += match(TEMPLATE_TEXT)?.length ?? 0;
    const hole = source.startsWith('${', at);
    at += hole ? 2 : 1;
    tokens.push({ kind: 'template', text: source.slice(start, at), start, end: at });
    if (hole) braces.push(true);
  };

  while (at < source.length) {
    at += match(SKIP)?.length ?? 0;
    const char = source.charAt(at);
    if (char === '') break;
    if (char === '`') template('`');
    else if (char === '}' && braces.at(-1) === true) {
      braces.pop();
      template('}');
    } else if (char === '/' && startsExpression(tokens.at(-1)) && match(REGEXP) !== undefined) {
      push('regexp', match(REGEXP) ?? '');
    } else {
      const name = match(NAME);
      const number = name === undefined ? match(NUMBER) : undefined;
      const string = match(STRING);
      const punctuator = match(PUNCTUATORS);
      if (name !== undefined) push('name', name);
      else if (number !== undefined) push('number', number);
      else if (string !== undefined) push('string', string);
      else if (punctuator !== undefined) {
        if (punctuator === '{') braces.push(false);
        if (punctuator === '}') braces.pop();
        push('punctuator', punctuator);
      } else break;
    }
  }
  return tokens;
}

function startsExpression(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'name') return BEFORE_EXPRESSION.has(before.text);
  if (before.kind === 'template') return before.text.endsWith('${');
  return before.kind === 'punctuator' && ![')', ']', '}'].includes(before.text);
}
