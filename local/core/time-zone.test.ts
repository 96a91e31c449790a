import { expect, test } from 'vitest';
import { instantOf, offsetOf } from './time-zone.ts';

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;

test.each([
  ['UTC', '2026-07-01T00:00:00Z', 0],
  ['Europe/Berlin', '2026-01-01T00:00:00.999Z', HOUR],
  ['Europe/Berlin', '2026-03-29T00:59:59Z', HOUR],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 2 * HOUR],
  ['Asia/Kolkata', '2026-01-01T00:00:00Z', 5.5 * HOUR],
  ['America/New_York', '1969-12-31T23:59:59.500Z', -5 * HOUR],
])('%s at %s', (zone, instant, offset) => {
  expect(offsetOf(zone, at(instant))).toBe(offset);
});

test('a zone that there is not is an error', () => {
  expect(() => offsetOf('Mars/Olympus', 0)).toThrow(RangeError);
});

test.each([
  ['2026-01-01T12:00:00Z', '2026-01-01T11:00:00Z'],
  ['2026-07-01T12:00:00Z', '2026-07-01T10:00:00Z'],
  // Clocks go from 2:00 to 3:00.
  ['2026-03-29T02:30:00Z', '2026-03-29T01:30:00Z'],
])('clocks in Berlin show %s at %s', (wall, instant) => {
  const found = instantOf(at(wall), (moment) => offsetOf('Europe/Berlin', moment));
  expect(new Date(found)).toEqual(new Date(instant));
});
