import { notCovered } from '../../../../../core/errors.ts';
import { parsePattern } from './pattern.ts';
import { zonedFields } from './zone.ts';
import type { ZonedFields } from './zone.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/**
 * Formats a moment with a pattern of Java's DateTimeFormatter (English texts). Letters that aren't covered throw a
 * named error.
 */
export function formatTime(milliseconds: number, pattern: string, zone = 'UTC'): string {
  const fields = zonedFields(milliseconds, zone);
  return parsePattern(pattern)
    .map((part) => (part.kind === 'literal' ? part.text : formatField(part.letter, part.count, fields)))
    .join('');
}

function formatField(letter: string, count: number, at: ZonedFields): string {
  const number = (value: number): string => String(value).padStart(count, '0');
  switch (letter) {
    case 'y':
    case 'u':
      return count === 2 ? String(at.year % 100).padStart(2, '0') : number(at.year);
    case 'Y':
      throw notCovered('the week-based year `Y` in time patterns', 'Use `y` for the calendar year.');
    case 'M':
    case 'L':
      return count <= 2 ? number(at.month) : named(MONTHS[at.month - 1] ?? '', count);
    case 'd':
      return number(at.day);
    case 'D':
      return number((Date.UTC(at.year, at.month - 1, at.day) - Date.UTC(at.year, 0, 1)) / 86_400_000 + 1);
    case 'E':
      return named(DAYS[new Date(Date.UTC(at.year, at.month - 1, at.day)).getUTCDay()] ?? '', count);
    case 'a':
      return at.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return number(at.hour);
    case 'k':
      return number(at.hour === 0 ? 24 : at.hour);
    case 'h':
      return number(at.hour % 12 === 0 ? 12 : at.hour % 12);
    case 'K':
      return number(at.hour % 12);
    case 'm':
      return number(at.minute);
    case 's':
      return number(at.second);
    case 'S':
      return String(at.millisecond).padStart(3, '0').padEnd(count, '0').slice(0, count);
    case 'n':
      return number(at.millisecond * 1_000_000);
    case 'A':
      return number(((at.hour * 60 + at.minute) * 60 + at.second) * 1000 + at.millisecond);
    case 'Q':
    case 'q':
      return number(Math.ceil(at.month / 3));
    case 'Z':
      return count === 4 ? `GMT${offset(at.offset, ':')}` : offset(at.offset, count === 5 ? ':' : '');
    case 'X':
      return at.offset === 0 ? 'Z' : shortOffset(at.offset, count);
    case 'x':
      return shortOffset(at.offset, count);
    case 'V':
    case 'z':
      return at.zone;
    default:
      throw notCovered(`the letter \`${letter}\` in time patterns`);
  }
}

function named(name: string, count: number): string {
  return count === 4 ? name : count === 5 ? name.charAt(0) : name.slice(0, 3);
}

function offset(minutes: number, separator: string): string {
  const total = Math.abs(minutes);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.trunc(total / 60))}${separator}${pad(total % 60)}`;
}

function shortOffset(minutes: number, count: number): string {
  if (count === 1 && minutes % 60 === 0) return offset(minutes, '').slice(0, 3);
  return offset(minutes, count === 3 || count === 5 ? ':' : '');
}
