import { expect, test } from 'vitest';
import { itemSize } from './size.ts';

test('an item is as large as its names and values, in bytes', () => {
  expect(itemSize({ ab: { S: 'héllo' } })).toBe(2 + 6);
  expect(itemSize({ n: { N: '12345' }, m: { N: '-1' } })).toBe(1 + 4 + 1 + 3);
  expect(itemSize({ b: { B: 'AQID' }, t: { BOOL: true }, z: { NULL: true } })).toBe(1 + 3 + 2 + 2);
  expect(itemSize({ s: { SS: ['a', 'bc'] }, x: { BS: ['AQ=='] }, y: { NS: ['7'] } })).toBe(4 + 2 + 3);
});

test('lists and maps cost three bytes and one for each element', () => {
  expect(itemSize({ l: { L: [{ S: 'a' }, { S: 'b' }] } })).toBe(1 + 3 + 4);
  expect(itemSize({ m: { M: { k: { S: 'v' } } } })).toBe(1 + 3 + 1 + 2);
});
