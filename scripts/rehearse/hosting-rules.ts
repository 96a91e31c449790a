import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

export interface RewriteRule {
  /** A path, or `</regular expression/>`. */
  readonly source: string;
  readonly target: string;
  readonly status: string;
}

/** The rules of `customHttp.yml`. */
export function readHeaderRules(project: string): readonly HeaderRule[] {
  const text = readFileSync(join(project, 'customHttp.yml'), 'utf8');
  const { customHeaders } = parse(text) as { customHeaders?: HeaderRule[] };
  if (!customHeaders?.length) throw new Error('customHttp.yml has no customHeaders.');
  return customHeaders;
}

/** The rules of `rewrites.json`, which are set once in Amplify's console. */
export function readRewriteRules(project: string): readonly RewriteRule[] {
  return JSON.parse(readFileSync(join(project, 'rewrites.json'), 'utf8')) as RewriteRule[];
}

/** The rules' headers for a path, by lower-case name. Throws when two rules set one header. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { pattern, headers: own } of rules.filter((rule) => globToRegExp(rule.pattern).test(path))) {
    for (const { key, value } of own) {
      const name = key.toLowerCase();
      if (headers[name] !== undefined) {
        throw new Error(`customHttp.yml: two patterns set ${key} for ${path}, one of them ${pattern}.`);
      }
      headers[name] = value;
    }
  }
  return headers;
}

/** Where a path leads: the target of the first rewrite that fits, else itself. */
export function rewritten(path: string, rules: readonly RewriteRule[]): string {
  for (const { source, target, status } of rules) {
    const expression = /^<\/(.*)\/>$/s.exec(source)?.[1];
    const fits = expression === undefined ? source === path : new RegExp(expression).test(path);
    if (!fits) continue;
    if (status !== '200')
      throw new Error(`rewrites.json: the status ${status} of ${source} is not rehearsed.`);
    return target;
  }
  return path;
}

/** `**` means anything, `*` anything but a slash; a pattern without a leading slash fits below any folder. */
function globToRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/^\//, '')
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replaceAll('**/*', '\0')
    .replaceAll('**', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '.*');
  return new RegExp(`^/${source}$`);
}
