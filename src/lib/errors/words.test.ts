import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasWords } from './explain.ts';

const root = join(import.meta.dirname, '../../..');

/** What only a broken client causes: to people it is our fault, and «something went wrong on our side» says so. */
const OUR_FAULT = [
  'Internal',
  'IncompleteSelection',
  'InvalidIds',
  'InvalidLimit',
  'InvalidPosition',
  'ClientIdReused',
  'InvalidReport',
];

/** The types of errors that the code of the backend ends requests with, each with the files that do. */
function raised(): Map<string, string[]> {
  const types = new Map<string, string[]>();
  const files = globSync(['amplify/data/resolvers/**/*.ts', 'functions/**/*.ts'], { cwd: root });
  for (const file of files) {
    const code = readFileSync(join(root, file), 'utf8');
    const found = [
      ...code.matchAll(/util\.error\([^;]*?'([A-Z]\w+)',?\s*\);/g),
      ...code.matchAll(/new Refusal\(\s*'(\w+)'/g),
    ];
    for (const [, type] of found) types.set(type!, [...(types.get(type!) ?? []), file]);
  }
  return types;
}

test('every error that the API can answer has words', () => {
  const types = raised();
  expect(types.size).toBeGreaterThan(30);
  const without = [...types].filter(([type]) => !hasWords(type) && !OUR_FAULT.includes(type));
  expect(Object.fromEntries(without)).toEqual({});
  for (const type of OUR_FAULT) expect(types.has(type), `nobody raises ${type} any more`).toBe(true);
});
