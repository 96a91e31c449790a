import { loopHeaders } from './check.ts';
import { codeError, locationOf } from './code-error.ts';
import type { Token } from './tokenize.ts';

/** Names that the rewritten code finds in its scope; no source can clash with them by accident. */
export const IMPORT = '__appsync_import';
export const BOUNDED = '__appsync_bounded';

/** Source that runs as a function's body, with the names of what it exports. */
export interface RewrittenCode {
  readonly body: string;
  /** Exported name to local name. */
  readonly exports: ReadonlyMap<string, string>;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Turns an ES module into a function's body without moving any line, so that the places in error messages stay the
 * author's: imports become constants, `export` disappears, and what for-of goes through is counted.
 */
export function rewriteModule(source: string, tokens: readonly Token[]): RewrittenCode {
  const edits: Edit[] = [];
  const exports = new Map<string, string>();
  tokens.forEach((token, index) => {
    if (token.kind !== 'name' || tokens[index - 1]?.text === '.' || tokens[index - 1]?.text === '?.') return;
    if (tokens[index + 1]?.text === ':') return;
    if (token.text === 'import') edits.push(rewriteImport(source, tokens, index));
    if (token.text === 'export') edits.push(rewriteExport(source, tokens, index, exports));
  });
  for (const { word, close } of loopHeaders(tokens)) {
    if (word?.text !== 'of') continue;
    edits.push(
      { start: word.end, end: word.end, text: ` ${BOUNDED}(` },
      { start: close.start, end: close.start, text: ')' },
    );
  }
  return { body: applyEdits(source, edits), exports };
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    // Lines inside what goes away stay as lines.
    const lines = source.slice(edit.start, edit.end).replace(/[^\n]/g, '');
    result += source.slice(at, edit.start) + edit.text + lines;
    at = edit.end;
  }
  return result + source.slice(at);
}

function rewriteImport(source: string, tokens: readonly Token[], index: number): Edit {
  const start = tokens[index]?.start ?? 0;
  const from = tokens.findIndex((token, at) => at > index && token.kind === 'string');
  const specifier = tokens[from];
  const clause = tokens.slice(index + 1, from);
  if (specifier === undefined || clause[0]?.text === '(' || clause[0]?.text === '.') {
    throw codeError('Dynamic imports are not supported', locationOf(source, start));
  }
  const end = tokens[from + 1]?.text === ';' ? (tokens[from + 1]?.end ?? specifier.end) : specifier.end;
  const module = `${IMPORT}(${specifier.text})`;
  if (clause.length === 0) return { start, end, text: `${module};` };
  const names = source.slice(clause[0]?.start, clause.at(-2)?.end);
  const namespace = /^\*\s*as\s+([\w$]+)$/.exec(names);
  if (namespace !== null) return { start, end, text: `const ${namespace[1]} = ${module};` };
  if (!/^\{[^{}]*\}$/.test(names)) {
    throw codeError(`Unsupported import clause: ${names}`, locationOf(source, start));
  }
  // `{ update as patch }` is `{ update: patch }` in a declaration.
  const pattern = names.replace(/\s+as\s+/g, ': ').replace(/\s*\n\s*/g, ' ');
  return { start, end, text: `const ${pattern} = ${module};` };
}

function rewriteExport(
  source: string,
  tokens: readonly Token[],
  index: number,
  exports: Map<string, string>,
): Edit {
  const start = tokens[index]?.start ?? 0;
  const next = tokens[index + 1];
  if (next?.text === 'function' || next?.text === 'const' || next?.text === 'let' || next?.text === 'var') {
    const name = tokens[index + 2];
    if (name?.kind === 'name') exports.set(name.text, name.text);
    return { start, end: next.start, text: '' };
  }
  if (next?.text !== '{') throw codeError('Unsupported export', locationOf(source, start));
  const close = tokens.findIndex((token, at) => at > index && token.text === '}');
  const list = source.slice(next.end, tokens[close]?.start);
  for (const entry of list.split(',').map((one) => one.trim())) {
    const [local, exported = local] = entry.split(/\s+as\s+/);
    if (local !== undefined && local !== '' && exported !== undefined) exports.set(exported, local);
  }
  return { start, end: tokens[close]?.end ?? next.end, text: '' };
}
