import { LocalCloudError } from '../../../core/errors.ts';

export interface RewrittenSql {
  readonly text: string;
  /** Parameter names in the order of `$1`, `$2`, …; a name used twice is one parameter. */
  readonly names: readonly string[];
}

/** What may not be read for placeholders: literals, identifiers, comments, dollar quotes; and casts. */
const TOKENS =
  /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\n]*|\/\*|(?<![A-Za-z0-9_$])(\$(?:[A-Za-z_][A-Za-z0-9_]*)?\$)|::|:([A-Za-z0-9_]+)/g;

const MOST = 500;
/** By text: the same statements come again and again. */
const known = new Map<string, RewrittenSql>();

/**
 * Turns the Data API's `:name` into Postgres's `$n`, outside literals, quoted identifiers, comments and casts. As the
 * Data API of Aurora Serverless v2 does, it takes `[1:2]` for a placeholder. Throws LocalCloudError for a placeholder
 * in a dollar quote: the Data API would silently put `$1` into the function's body.
 */
export function rewritePlaceholders(sql: string): RewrittenSql {
  let rewritten = known.get(sql);
  if (!rewritten) {
    rewritten = rewrite(sql);
    // Statements with literals in them never return; remembering them all would be a leak.
    if (known.size >= MOST) known.clear();
    known.set(sql, rewritten);
  }
  return rewritten;
}

function rewrite(sql: string): RewrittenSql {
  const names: string[] = [];
  const text = scan(sql, (name) => {
    const at = names.indexOf(name);
    return `$${at === -1 ? names.push(name) : at + 1}`;
  });
  return { text, names };
}

function scan(sql: string, placeholder: (name: string) => string): string {
  const tokens = new RegExp(TOKENS);
  let output = '';
  let from = 0;
  for (let match = tokens.exec(sql); match; match = tokens.exec(sql)) {
    const [token, tag, name] = match;
    if (name !== undefined) {
      output += sql.slice(from, match.index) + placeholder(name);
      from = tokens.lastIndex;
    } else if (token === '/*') {
      tokens.lastIndex = endOfComment(sql, tokens.lastIndex);
    } else if (tag !== undefined) {
      const end = sql.indexOf(tag, tokens.lastIndex);
      if (end === -1) break;
      scan(sql.slice(tokens.lastIndex, end), refuse);
      tokens.lastIndex = end + tag.length;
    }
  }
  return output + sql.slice(from);
}

/** Postgres's block comments nest. */
function endOfComment(sql: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  for (let depth = 1; depth > 0;) {
    const mark = marks.exec(sql);
    if (!mark) return sql.length;
    depth += mark[0] === '/*' ? 1 : -1;
  }
  return marks.lastIndex;
}

function refuse(name: string): never {
  throw new LocalCloudError(
    'PlaceholderInDollarQuote',
    `The Data API takes \`:${name}\` inside a dollar-quoted body for a parameter and silently replaces it.`,
    `Write it so that no letter or digit follows a single colon, for example \`cast(x as text)\` or \`a[1 : 2]\`.`,
  );
}
