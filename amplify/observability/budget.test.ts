import { expect, test } from 'vitest';
import { monthlyBudget } from './budget.ts';

test.each([
  [undefined, 30],
  ['', 30],
  ['12.5', 12.5],
])('%j gives %d', (wanted, budget) => expect(monthlyBudget(wanted)).toBe(budget));

test.each(['0', '-3', 'much'])('«%s» is refused, and the message says what to give', (wanted) => {
  expect(() => monthlyBudget(wanted)).toThrow(`MONTHLY_BUDGET_USD is «${wanted}»: give a number`);
});
