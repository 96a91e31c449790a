import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptied, isAbandoned, parseDraft, withText } from './draft.ts';
import { saveSoon } from './save-soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([undefined, null, 7, [], { text: 4, expiresIn: 'FOREVER' }])('%o is an empty draft', (stored) => {
  expect(parseDraft(stored)).toEqual({ text: '', expiresIn: 'SEVEN_DAYS' });
});

test('a stored draft comes back', () => {
  const draft = { text: 'Hello\n🌸', expiresIn: 'ONE_HOUR' as const };
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

test('the lifetime is remembered after publishing', () => {
  expect(emptied({ text: 'x', expiresIn: 'ONE_DAY' })).toEqual({ text: '', expiresIn: 'ONE_DAY' });
});

test('a text that comes back never replaces what was written since', () => {
  expect(withText({ text: ' ', expiresIn: 'ONE_DAY' }, 'old').text).toBe('old');
  expect(withText({ text: 'new', expiresIn: 'ONE_DAY' }, 'old').text).toBe('old\n\nnew');
});

test('typing without a pause is saved within the delay, the last value once', () => {
  const save = vi.fn();
  const saver = saveSoon<string>(save, 500);
  for (const text of ['a', 'ab', 'abc']) {
    saver.changed(text);
    vi.advanceTimersByTime(200);
  }
  expect(save.mock.calls).toEqual([['abc']]);
});

test('leaving the page saves at once, and only what is not saved', () => {
  const save = vi.fn();
  const saver = saveSoon<string>(save, 500);
  saver.changed('a');
  saver.flush();
  saver.flush();
  vi.advanceTimersByTime(1000);
  expect(save.mock.calls).toEqual([['a']]);
});

test('a draft is kept for as long as what it is about can live', () => {
  const day = 24 * 3_600_000;
  expect(isAbandoned({ text: 'x', at: 0 }, 30 * day)).toBe(false);
  expect(isAbandoned({ text: 'x', at: 0 }, 31 * day)).toBe(true);
  expect(isAbandoned({ text: 'x' }, 0)).toBe(true);
});
