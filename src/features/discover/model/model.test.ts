import { expect, test } from 'vitest';
import { isRecent, withRecent } from './recent.ts';
import { placesOf, wordsOf } from './words.ts';

test('a search that is made again comes first, once', () => {
  expect(withRecent(['a', 'B', 'c'], 'b')).toEqual(['b', 'a', 'c']);
  expect(withRecent(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
});

test('what a browser kept is believed only in the right shape', () => {
  expect(isRecent(['a'])).toBe(true);
  expect(isRecent([1])).toBe(false);
  expect(isRecent({})).toBe(false);
});

test.each([
  ['Moth  relay', ['moth', 'relay']],
  ['moth MOTH', ['moth']],
  ['🌸🌸 — !', []],
  ['مرحبا', ['مرحبا']],
  ['<img src=x>', ['img', 'src', 'x']],
])('the words of %s', (query, words) => expect(wordsOf(query)).toEqual(words));

test('words are marked by their beginning', () => {
  const text = 'Found a moth. Mothers, Behemoth.';
  const marked = placesOf(text, ['moth']).map(([start, end]) => text.slice(start, end));
  expect(marked).toEqual(['moth', 'Moth']);
  expect(placesOf('İstanbul', wordsOf('istanbul'))).toEqual([]);
  expect(placesOf(text, [])).toEqual([]);
});
