import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { billOf, cognitoLite, originalIdle, total } from './bill.ts';
import { renderTables } from './render.ts';
import { SCENARIOS } from './usage.ts';

test.each([
  [0, 0],
  [10_000, 0],
  [10_001, 0.0055],
  [100_000, 495],
  [1_000_000, 495 + 4140],
])('Cognito Lite for %d people costs $%d', (people, usd) => expect(cognitoLite(people)).toBeCloseTo(usd, 6));

test('an idle branch costs at most $3 a month, the original about $85 to $90', () => {
  expect(total(billOf(SCENARIOS['idle']!))).toBeLessThanOrEqual(3);
  expect(total(originalIdle())).toBeGreaterThan(80);
  expect(total(originalIdle())).toBeLessThan(92);
});

test('more people never cost less, in any part', () => {
  const [first, ...rest] = Object.values(SCENARIOS).map(billOf);
  let before = first!;
  for (const bill of rest) {
    for (const part of Object.keys(bill)) expect(bill[part]).toBeGreaterThanOrEqual(before[part]!);
    before = bill;
  }
});

test('docs/costs.md shows what the script computes', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/costs.md'), 'utf8');
  const squeezed = (given: string): string => given.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');
  for (const line of renderTables().split('\n')) expect(squeezed(text)).toContain(squeezed(line));
});
