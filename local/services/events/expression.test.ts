import { describe, expect, it } from 'vitest';
import { parseExpression } from './expression.ts';

const at = (text: string): number => Date.parse(text);
const FROM = '2026-01-15T10:30:20Z'; // A Thursday.

describe('schedule expressions', () => {
  it.each([
    ['rate(5 minutes)', 'UTC', '2026-01-15T10:35:20Z'],
    ['rate(1 day)', 'UTC', '2026-01-16T10:30:20Z'],
    ['cron(0/15 * * * ? *)', 'UTC', '2026-01-15T10:45:00Z'],
    ['cron(30 10 * * ? *)', 'UTC', '2026-01-16T10:30:00Z'],
    ['cron(0 8 ? * MON-FRI *)', 'UTC', '2026-01-16T08:00:00Z'],
    ['cron(0 8 ? * 2 *)', 'UTC', '2026-01-19T08:00:00Z'],
    ['cron(0 0 L * ? *)', 'UTC', '2026-01-31T00:00:00Z'],
    ['cron(0 0 ? * 6L *)', 'UTC', '2026-01-30T00:00:00Z'],
    ['cron(0 0 ? * TUE#1 *)', 'UTC', '2026-02-03T00:00:00Z'],
    ['cron(0 0 29 FEB ? *)', 'UTC', '2028-02-29T00:00:00Z'],
    ['cron(0 9 * * ? *)', 'America/New_York', '2026-01-15T14:00:00Z'],
    ['at(2026-02-01T00:00:00)', 'Europe/Berlin', '2026-01-31T23:00:00Z'],
  ])('%s in %s', (expression, zone, expected) => {
    const next = parseExpression(expression, at(FROM), zone)(at(FROM));
    expect(new Date(next as number).toISOString()).toBe(new Date(at(expected)).toISOString());
  });

  it('keep their hour over a change to summer time', () => {
    const next = parseExpression('cron(0 9 * * ? *)', 0, 'America/New_York');
    expect(next(at('2026-03-07T20:00:00Z'))).toBe(at('2026-03-08T13:00:00Z'));
  });

  it.each([
    'rate(1 minutes)',
    'rate(0 minutes)',
    'rate(5)',
    'cron(* * * * * *)',
    'cron(60 * * * ? *)',
    'cron(0 0 * * ?)',
    'soon',
  ])('%s is refused', (expression) => {
    expect(() => parseExpression(expression, 0)).toThrow(
      expect.objectContaining({ code: 'ValidationException' }),
    );
  });

  it('end', () => {
    expect(parseExpression('at(2020-01-01T00:00:00)', 0)(at(FROM))).toBeUndefined();
    expect(parseExpression('cron(0 0 1 1 ? 2020)', 0)(at(FROM))).toBeUndefined();
  });
});
