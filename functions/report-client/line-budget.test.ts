import { expect, test } from 'vitest';
import { createLineBudget } from './line-budget.ts';

test('of a flood the first lines of each minute are noted, and once that there were more', () => {
  const budget = createLineBudget(2);
  const minute = (start: number) => [0, 1, 2, 3, 59_999].map((ms) => budget.take(start + ms));
  expect(minute(1000)).toEqual(['note', 'note', 'tell', 'skip', 'skip']);
  expect(minute(61_000)).toEqual(['note', 'note', 'tell', 'skip', 'skip']);
});

test('a clock that was set back does not close it', () => {
  const budget = createLineBudget(1);
  expect([budget.take(100_000), budget.take(100_001), budget.take(5)]).toEqual(['note', 'tell', 'note']);
});
