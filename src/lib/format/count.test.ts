import { expect, test } from 'vitest';
import { countOf, shortCount } from './count.ts';

test.each([
  [0, ''],
  [7, '7'],
  [999, '999'],
  [1234, '1.2K'],
  [2_000_000, '2M'],
])('%i is short %s', (value, text) => expect(shortCount(value)).toBe(text));

test.each([
  [0, '0 replies'],
  [1, '1 reply'],
  [1500, '1,500 replies'],
])('%i counts %s', (value, text) => expect(countOf(value, 'reply', 'replies')).toBe(text));
