import { expect, test } from 'vitest';
import { passesFilter, readFilter } from './filter.ts';

const payload = { n: 5, s: 'hello', list: ['a', 'b'], nothing: null, deep: { er: { x: 1 } } };

function passes(fieldName: string, operator: string, value: unknown): boolean {
  return passesFilter(readFilter({ filterGroup: [{ filters: [{ fieldName, operator, value }] }] })!, payload);
}

test.each([
  ['n', 'eq', 5, true],
  ['n', 'eq', '5', false],
  ['n', 'ne', 4, true],
  ['n', 'le', 5, true],
  ['n', 'lt', 5, false],
  ['s', 'ge', 'hello', true],
  ['n', 'gt', 4, true],
  ['s', 'gt', 4, false],
  ['s', 'contains', 'ell', true],
  ['list', 'contains', 'a', true],
  ['list', 'contains', 'c', false],
  ['list', 'notContains', 'c', true],
  ['s', 'beginsWith', 'he', true],
  ['n', 'in', [1, 5], true],
  ['n', 'notIn', [1, 5], false],
  ['n', 'between', [5, 6], true],
  ['n', 'between', [6, 7], false],
  ['list', 'containsAny', ['x', 'b'], true],
  ['s', 'containsAny', ['x', 'lo'], true],
  ['nothing', 'ne', 'x', true],
  ['deep.er.x', 'eq', 1, true],
  ['unselected', 'ne', 1, false],
  ['unselected', 'notContains', 1, false],
])('%s %s %j: %s', (field, operator, value, expected) => {
  expect(passes(field, operator, value)).toBe(expected);
});

test('one group must hold, with all its filters', () => {
  const [yes, no] = [
    { fieldName: 'n', operator: 'eq', value: 5 },
    { fieldName: 'n', operator: 'eq', value: 6 },
  ];
  const group = (...filters: unknown[]) => ({ filters });
  expect(passesFilter(readFilter({ filterGroup: [group(yes, no), group(yes)] })!, payload)).toBe(true);
  expect(passesFilter(readFilter({ filterGroup: [group(yes, no), group(no)] })!, payload)).toBe(false);
  expect(readFilter(null)).toBeUndefined();
});

test.each([
  [{ fieldName: 'a', operator: 'like', value: 1 }],
  [{ fieldName: 'a', operator: 'constructor', value: 1 }],
  [{ fieldName: 'a', operator: 'in', value: [1, 2, 3, 4, 5, 6] }],
  [{ fieldName: 'a', operator: 'in', value: 1 }],
  [{ fieldName: 'a.b.c.d.e.f', operator: 'eq', value: 1 }],
])('refuses %j', (filter) => {
  expect(() => readFilter({ filterGroup: [{ filters: [filter] }] })).toThrow('Invalid subscription filter');
});
