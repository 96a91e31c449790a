import { describe, expect, test } from 'vitest';
import { lifeFraction, remainingLife, shortAge, spokenAge, spokenLife, untilTime } from './format.ts';

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('age', () => {
  test.each([
    [59 * SECOND, 'now', 'just now'],
    [MINUTE, '1 min', '1 minute ago'],
    [59 * MINUTE, '59 min', '59 minutes ago'],
    [HOUR, '1 h', '1 hour ago'],
    [DAY - 1, '23 h', '23 hours ago'],
    [DAY, '1 d', '1 day ago'],
    [7 * DAY - 1, '6 d', '6 days ago'],
  ])('%d ms ago', (age, short, spoken) => {
    expect(shortAge(NOW - age, NOW)).toBe(short);
    expect(spokenAge(NOW - age, NOW)).toBe(spoken);
  });

  test('a week ago is a date', () => {
    expect(shortAge(NOW - 7 * DAY, NOW, 'en-GB')).toBe('17 Nov');
  });

  test('a clock that runs behind says now, not a negative age', () => {
    expect(shortAge(NOW + HOUR, NOW)).toBe('now');
  });
});

describe('remaining life', () => {
  test.each([
    [30 * DAY, '30 d', '30 days'],
    [6 * DAY + 3 * HOUR, '6 d 3 h', '6 days'],
    [DAY, '1 d', '1 day'],
    [DAY - 1, '23 h 59 min', '23 hours'],
    [3 * HOUR, '3 h', '3 hours'],
    [HOUR - 1, '59 min', '59 minutes'],
    [MINUTE, '1 min', '1 minute'],
    [MINUTE - 1, '60 s', 'less than a minute'],
    [1, '1 s', 'less than a minute'],
    [0, '', ''],
    [-5, '', ''],
  ])('%d ms left', (left, short, spoken) => {
    expect(remainingLife(NOW + left, NOW)).toBe(short);
    expect(spokenLife(NOW + left, NOW)).toBe(spoken);
  });

  test('runs from one to nothing', () => {
    expect(lifeFraction(NOW, NOW + HOUR, NOW - 5)).toBe(1);
    expect(lifeFraction(NOW, NOW + HOUR, NOW + HOUR / 4)).toBe(0.75);
    expect(lifeFraction(NOW, NOW + HOUR, NOW + 2 * HOUR)).toBe(0);
    expect(lifeFraction(NOW, NOW, NOW)).toBe(0);
  });
});

test('an end near by is named by its day', () => {
  const noon = new Date(2026, 10, 24, 12, 5).getTime();
  expect(untilTime(noon + HOUR, noon, 'en-GB')).toBe('today, 13:05');
  expect(untilTime(noon + DAY, noon, 'en-GB')).toBe('tomorrow, 12:05');
  expect(untilTime(noon + 13 * HOUR, noon, 'en-GB')).toMatch(/^tomorrow, 0?1:05$/);
  expect(untilTime(noon + 7 * DAY, noon, 'en-GB')).toMatch(/^Tue,? 1 Dec, 12:05$/);
});
