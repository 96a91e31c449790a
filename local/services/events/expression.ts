import { AwsError } from '../../core/errors.ts';
import { instantOf, offsetOf } from '../../core/time-zone.ts';
import { parseCron } from './cron.ts';

/** When a schedule fires next, strictly after a time; undefined for never again. Milliseconds since the epoch. */
export type NextTime = (after: number) => number | undefined;

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads `rate(5 minutes)`, `cron(0 12 * * ? *)` or `at(2026-01-01T00:00:00)`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 * @param start what a rate counts from; @param zone for cron and at
 * Throws ValidationException.
 */
export function parseExpression(expression: string, start: number, zone = 'UTC'): NextTime {
  const invalid = (): AwsError =>
    new AwsError('ValidationException', 'Parameter ScheduleExpression is not valid.');
  const [, kind, body] = /^(rate|cron|at)\((.+)\)$/.exec(expression) ?? [];
  if (kind === undefined || body === undefined) throw invalid();
  if (kind === 'rate') {
    const [, count, unit] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(body) ?? [];
    // AWS wants `1 minute` and `2 minutes`.
    if (count === undefined || unit === undefined || body.endsWith('s') !== (count !== '1')) throw invalid();
    const period = Number(count) * (UNITS[unit] as number);
    return (after) => start + (Math.floor((after - start) / period) + 1) * period;
  }
  const offsetAt = (instant: number): number => offsetOf(zone, instant);
  if (kind === 'at') {
    const wall = Date.parse(`${body}Z`);
    if (Number.isNaN(wall)) throw invalid();
    const at = instantOf(wall, offsetAt);
    return (after) => (at > after ? at : undefined);
  }
  const next = parseCron(body);
  if (!next) throw invalid();
  return (after) => {
    // Beginning with the local time, skipping those that a change to summer time left out or doubled.
    for (let wall = next(after + offsetAt(after)); wall !== undefined; wall = next(wall)) {
      const instant = instantOf(wall, offsetAt);
      if (instant > after) return instant;
    }
    return undefined;
  };
}
