import { randomUUID } from 'node:crypto';
import type { RunSql } from '../sql.ts';

/** Queries that the database refuses by now, with its words, by the file's name. */
export async function brokenQueries(
  run: RunSql,
  queries: ReadonlyMap<string, string>,
): Promise<Record<string, string>> {
  const broken: Record<string, string> = {};
  for (const [name, sql] of queries) {
    try {
      // Not run: every name in it is looked up. What functions do inside is this release's own, and tested with it.
      await run(`prepare contract_${randomUUID().replaceAll('-', '')} as ${numbered(sql)}`);
    } catch (error) {
      broken[name] = error instanceof Error ? error.message : String(error);
    }
  }
  return broken;
}

/** `:name` as `$1`, outside of literals and casts. */
function numbered(sql: string): string {
  const names: string[] = [];
  return sql
    .replace(/;\s*$/, '')
    .replace(
      /'(?:[^']|'')*'|--[^\n]*|::|:([a-z_][a-z0-9_]*)/gi,
      (whole: string, name: string | undefined) => {
        if (name === undefined) return whole;
        if (!names.includes(name)) names.push(name);
        return `$${names.indexOf(name) + 1}`;
      },
    );
}

/**
 * Statements of a migration that rows written by the release before can't satisfy. A comment `-- contract: why` in the file
 * says that the release before writes them already.
 */
export function refusesOldRows(sql: string): string[] {
  if (/^--\s*contract:\s*\S/im.test(sql)) return [];
  const code = sql.replace(/--[^\n]*/g, '');
  const additions = code.match(/add\s+column\s[^;,]*/gi) ?? [];
  return [
    ...additions.filter((one) => /not\s+null/i.test(one) && !/default|generated/i.test(one)),
    ...(code.match(/alter\s+column\s+\S+\s+set\s+not\s+null/gi) ?? []),
  ].map((one) => one.trim().replace(/\s+/g, ' '));
}
