import { expect, test } from 'vitest';
import { createTimeUtil } from './index.ts';

const MOMENT = Date.UTC(2018, 1, 6, 19, 1, 35, 750);
const time = createTimeUtil({ now: () => MOMENT });

test.each([
  ['yyyy-MM-dd HH:mm:ssZ', undefined, '2018-02-06 19:01:35+0000'],
  ['yyyy-MM-dd HH:mm:ssZ', 'Australia/Perth', '2018-02-07 03:01:35+0800'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '+05:30', '2018-02-07T00:31:35.750+05:30'],
  ["EEE, d MMM yy h:mm a 'o''clock'", 'America/New_York', "Tue, 6 Feb 18 2:01 PM o'clock"],
  ['EEEE MMMM D Q X', undefined, 'Tuesday February 37 1 Z'],
])('formats %s in %s', (pattern, zone, expected) => {
  expect(time.nowFormatted?.(pattern, zone)).toBe(expected);
  expect(time.epochMilliSecondsToFormatted?.(MOMENT, pattern, zone)).toBe(expected);
});

test.each([
  ['2018-02-07 03:01:35+0800', 'yyyy-MM-dd HH:mm:ssZ', undefined, 1517943695000],
  ['2018-02-07 03:01:35', 'yyyy-MM-dd HH:mm:ss', 'Australia/Perth', 1517943695000],
  ['6 Feb 2018 7:01 PM', 'd MMM yyyy h:mm a', undefined, Date.UTC(2018, 1, 6, 19, 1)],
  ['2018-02-06T19:01:35.750Z', "yyyy-MM-dd'T'HH:mm:ss.SSSX", undefined, MOMENT],
])('parses %s', (text, pattern, zone, expected) => {
  expect(time.parseFormattedToEpochMilliSeconds?.(text, pattern, zone)).toBe(expected);
});

test('parses ISO 8601 with an offset, and nothing without', () => {
  expect(time.parseISO8601ToEpochMilliSeconds?.('2018-02-01T17:21:05.180+08:00')).toBe(1517476865180);
  expect(() => time.parseISO8601ToEpochMilliSeconds?.('2018-02-01')).toThrow(/could not be parsed/);
});

test('refuses texts that do not fit, and zones that do not exist', () => {
  expect(() => time.parseFormattedToEpochMilliSeconds?.('2018-02-31', 'yyyy-MM-dd')).toThrow(
    /could not be parsed/,
  );
  expect(() => time.parseFormattedToEpochMilliSeconds?.('x', 'yyyy')).toThrow(/could not be parsed/);
  expect(() => time.nowFormatted?.('HH', 'Mars/Olympus')).toThrow('Unknown time-zone ID: Mars/Olympus');
  expect(() => time.nowFormatted?.('G')).toThrow(/does not cover the letter `G`/);
});

test('conversions of epochs', () => {
  expect(time.epochMilliSecondsToSeconds?.(1517943695750)).toBe(1517943695);
  expect(time.epochMilliSecondsToISO8601?.(1517943695750)).toBe('2018-02-06T19:01:35.750Z');
});
