/**
 * Splits a migration into its statements, since the Data API takes one a call. A semicolon ends a statement unless it
 * stands in a literal, a quoted name, a comment, a dollar-quoted body, or between BEGIN ATOMIC and END.
 * Lexical rules: PostgreSQL documentation, 4.1. Throws when a literal, comment or body does not end.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let position = 0;
  let hasCode = false;

  const close = (end: number): void => {
    if (hasCode) statements.push(sql.slice(start, end).trim());
    start = end + 1;
    hasCode = false;
  };

  while (position < sql.length) {
    const next = skipToken(sql, position);
    if (sql[position] === ';') {
      close(position);
    } else if (!isCommentOrSpace(sql, position)) {
      hasCode = true;
    }
    position = next;
  }
  close(sql.length);
  return statements;
}

function isCommentOrSpace(sql: string, at: number): boolean {
  return /\s/.test(sql[at]!) || sql.startsWith('--', at) || sql.startsWith('/*', at);
}

/** The position behind the token that starts here. */
function skipToken(sql: string, at: number): number {
  if (sql.startsWith('--', at)) return endOf(sql, at, '\n', at + 2, true);
  if (sql.startsWith('/*', at)) return skipBlockComment(sql, at);
  const char = sql[at]!;
  if (char === '"') return endOf(sql, at, '"', at + 1);
  if (char === "'") return skipLiteral(sql, at);
  if (char === '$') {
    const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(sql.slice(at, at + 80))?.[0];
    if (tag) return endOf(sql, at, tag, at + tag.length);
  }
  const word = /^[A-Za-z_][\w$]*/.exec(sql.slice(at, at + 80))?.[0];
  if (!word) return at + 1;
  if (/^begin$/i.test(word) && /^begin\s+atomic\b/i.test(sql.slice(at, at + 40)))
    return skipAtomicBody(sql, at);
  return at + word.length;
}

function skipLiteral(sql: string, at: number): number {
  // E'…' knows backslash escapes; a doubled quote is two literals in a row, which comes to the same here.
  const escapes = /[eE]/.test(sql[at - 1] ?? '') && !/[\w$]/.test(sql[at - 2] ?? ' ');
  for (let position = at + 1; position < sql.length; position += 1) {
    if (escapes && sql[position] === '\\') position += 1;
    else if (sql[position] === "'") return position + 1;
  }
  throw unterminated(sql, at);
}

function skipBlockComment(sql: string, at: number): number {
  let depth = 0;
  for (let position = at; position < sql.length; position += 1) {
    if (sql.startsWith('/*', position)) {
      depth += 1;
      position += 1;
    } else if (sql.startsWith('*/', position)) {
      depth -= 1;
      position += 1;
      if (depth === 0) return position + 1;
    }
  }
  throw unterminated(sql, at);
}

/** `BEGIN ATOMIC … END`: statements with semicolons of their own; CASE has an END too. */
function skipAtomicBody(sql: string, at: number): number {
  let depth = 0;
  let position = at;
  while (position < sql.length) {
    const word = /^[A-Za-z_]\w*/.exec(sql.slice(position, position + 40))?.[0];
    if (!word) {
      position = skipToken(sql, position);
      continue;
    }
    if (/^(begin|case)$/i.test(word)) depth += 1;
    position += word.length;
    if (/^end$/i.test(word)) depth -= 1;
    if (depth === 0) return position;
  }
  throw unterminated(sql, at);
}

function endOf(sql: string, at: number, closing: string, from: number, orEndOfText = false): number {
  const end = sql.indexOf(closing, from);
  if (end >= 0) return end + closing.length;
  if (orEndOfText) return sql.length;
  throw unterminated(sql, at);
}

function unterminated(sql: string, at: number): Error {
  const line = sql.slice(0, at).split('\n').length;
  return new Error(`What starts at line ${line} does not end: ${sql.slice(at, at + 40)}`);
}
