import { notCovered } from '../../core/errors.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY = 86_400_000;
/** Nothing that EventBridge takes is rarer than 29 February. */
const SEARCHED_DAYS = 366 * 9;

type DayTest = (date: Date) => boolean;

/**
 * Reads EventBridge's six fields (minutes, hours, day of month, month, day of week, year) and gives the next time
 * after another, both as wall time in milliseconds. Undefined when the fields are not valid.
 */
export function parseCron(body: string): ((after: number) => number | undefined) | undefined {
  const fields = body.trim().split(/\s+/);
  if (fields.length !== 6) return undefined;
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  // One of the two must be left open.
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return undefined;
  const minutes = parseField(minute, 0, 59);
  const hours = parseField(hour, 0, 23);
  const months = parseField(month, 1, 12, MONTHS, 1);
  const years = parseField(year, 1970, 2199);
  const day = dayOfWeek === '?' ? daysOfMonth(dayOfMonth) : daysOfWeek(dayOfWeek);
  if (!minutes || !hours || !months || !years || !day) return undefined;

  return (after) => {
    const from = Math.floor(after / 60_000) * 60_000 + 60_000;
    const firstDay = Math.floor(from / DAY) * DAY;
    for (let i = 0; i < SEARCHED_DAYS; i += 1) {
      const start = firstDay + i * DAY;
      const date = new Date(start);
      if (!years.has(date.getUTCFullYear()) || !months.has(date.getUTCMonth() + 1) || !day(date)) continue;
      for (const h of hours) {
        for (const m of minutes) {
          const time = start + (h * 60 + m) * 60_000;
          if (time >= from) return time;
        }
      }
    }
    return undefined;
  };
}

/** The values of a field in ascending order; undefined when it is not valid. */
function parseField(
  text: string,
  low: number,
  high: number,
  names: readonly string[] = [],
  base = 0,
): Set<number> | undefined {
  const numberOf = (word: string): number => {
    const named = names.indexOf(word.toUpperCase());
    return named === -1 ? (/^\d+$/.test(word) ? Number(word) : Number.NaN) : named + base;
  };
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const every = step === undefined ? 1 : numberOf(step);
    const [first = '', last] = range.split('-');
    const from = range === '*' ? low : numberOf(first);
    const to = range === '*' ? high : last !== undefined ? numberOf(last) : step === undefined ? from : high;
    if (!(from >= low && to <= high && from <= to && every >= 1)) return undefined;
    for (let value = from; value <= to; value += every) values.add(value);
  }
  return new Set([...values].toSorted((a, b) => a - b));
}

function daysOfMonth(text: string): DayTest | undefined {
  if (text.includes('W')) throw notCovered('W (the nearest weekday) in a cron expression');
  if (text === 'L') return (date) => new Date(date.getTime() + DAY).getUTCDate() === 1;
  const days = parseField(text, 1, 31);
  return days && ((date) => days.has(date.getUTCDate()));
}

function daysOfWeek(text: string): DayTest | undefined {
  const [, nthDay, nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  const [, lastDay] = /^([1-7])L$/.exec(text) ?? [];
  const days = parseField(nthDay ?? lastDay ?? (text === 'L' ? '7' : text), 1, 7, WEEKDAYS, 1);
  return (
    days &&
    ((date) => {
      if (!days.has(date.getUTCDay() + 1)) return false;
      if (nth !== undefined) return Math.ceil(date.getUTCDate() / 7) === Number(nth);
      return lastDay === undefined || new Date(date.getTime() + 7 * DAY).getUTCMonth() !== date.getUTCMonth();
    })
  );
}
