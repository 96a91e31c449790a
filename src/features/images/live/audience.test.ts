import { expect, test } from 'vitest';
import { audience, MOST_PEOPLE } from './audience.ts';

test('whoever is on the screen is heard of, oneself first', () => {
  expect(audience([], ['b', 'c'], 'me')).toEqual(['me', 'b', 'c']);
});

test('nothing changes while everybody on the screen is heard of already', () => {
  const before = audience([], ['b', 'c'], 'me');
  expect(audience(before, ['c'], 'me')).toBe(before);
  expect(audience(before, [], 'me')).toBe(before);
});

test('those who were on the screen stay as long as there is room', () => {
  const many = Array.from({ length: 30 }, (_, index) => `p${index}`);
  const first = audience([], many.slice(0, 5), 'me');
  expect(audience(first, ['x'], 'me')).toEqual(['me', 'x', 'p0', 'p1', 'p2', 'p3', 'p4']);
  const full = audience(first, many, 'me');
  expect(full).toHaveLength(MOST_PEOPLE);
  expect(audience(full, ['x'], 'me').slice(0, 2)).toEqual(['me', 'x']);
  expect(audience(full, ['x'], 'me')).toHaveLength(MOST_PEOPLE);
});
