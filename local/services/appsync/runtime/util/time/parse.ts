import { notCovered } from '../../../../../core/errors.ts';
import { ResolverError } from '../../evaluator.ts';
import { DAYS, MONTHS } from './format.ts';
import { parsePattern } from './pattern.ts';
import { fromWallClock } from './zone.ts';

/**
 * Reads a text by a pattern of Java's DateTimeFormatter; the zone counts when the text itself names no offset.
 * Throws ResolverError in the formatter's words when the text does not fit.
 */
export function parseTime(text: string, pattern: string, zone = 'UTC'): number {
  const found = new Map<string, string>();
  let expression = '';
  const letters: string[] = [];
  for (const part of parsePattern(pattern)) {
    if (part.kind === 'literal') {
      expression += part.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    } else {
      letters.push(part.letter);
      expression += `(${fieldPattern(part.letter, part.count)})`;
    }
  }
  const match = new RegExp(`^${expression}$`, 'i').exec(text);
  if (match === null) throw unparseable(text);
  letters.forEach((letter, index) => found.set(letter, match[index + 1] ?? ''));
  return assemble(found, zone, text);
}

/** Reads ISO 8601 with an offset or `Z`. */
export function parseIso8601(text: string): number {
  const milliseconds = /[zZ]|[+-]\d{2}:?\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw unparseable(text);
  return milliseconds;
}

function fieldPattern(letter: string, count: number): string {
  switch (letter) {
    case 'M':
    case 'L':
      return count > 2 ? '[A-Za-z]+' : digits(count);
    case 'E':
      return '[A-Za-z]+';
    case 'a':
      return 'AM|PM';
    case 'y':
    case 'u':
      return count === 2 ? '\\d{2}' : '\\d{4,}';
    case 'S':
      return `\\d{${count}}`;
    case 'Z':
    case 'x':
      return '[+-]\\d{2}(?::?\\d{2})?';
    case 'X':
      return 'Z|[+-]\\d{2}(?::?\\d{2})?';
    case 'V':
    case 'z':
      return '[A-Za-z_/+-]+[A-Za-z0-9_/:+-]*';
    case 'd':
    case 'D':
    case 'H':
    case 'k':
    case 'h':
    case 'K':
    case 'm':
    case 's':
      return digits(count);
    default:
      throw notCovered(`the letter \`${letter}\` in time patterns that parse`);
  }
}

function digits(count: number): string {
  return count === 1 ? '\\d{1,2}' : `\\d{${count}}`;
}

function assemble(found: ReadonlyMap<string, string>, zone: string, text: string): number {
  const number = (letter: string): number | undefined => {
    const value = found.get(letter);
    return value === undefined ? undefined : Number(value);
  };
  const rawYear = number('y') ?? number('u') ?? 1970;
  const year = (found.get('y') ?? found.get('u') ?? '').length === 2 ? 2000 + rawYear : rawYear;
  const month = monthOf(found.get('M') ?? found.get('L') ?? '1', text);
  const day = number('d') ?? 1;
  const wall = Date.UTC(
    year,
    month - 1,
    day,
    hourOf(number, found.get('a')),
    number('m') ?? 0,
    number('s') ?? 0,
  );
  const check = new Date(wall);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) throw unparseable(text);
  const dayName = found.get('E')?.toLowerCase();
  if (dayName !== undefined && !DAYS[check.getUTCDay()]?.toLowerCase().startsWith(dayName))
    throw unparseable(text);
  const fraction = found.get('S');
  const milliseconds = fraction === undefined ? 0 : Math.trunc(Number(`0.${fraction}`) * 1000 + 1e-9);
  const named = found.get('Z') ?? found.get('X') ?? found.get('x') ?? found.get('V') ?? found.get('z');
  return (
    fromWallClock(
      wall,
      named === undefined || named === '' ? zone : named.toUpperCase() === 'Z' ? 'UTC' : named,
    ) + milliseconds
  );
}

function hourOf(number: (letter: string) => number | undefined, half: string | undefined): number {
  const full = number('H') ?? (number('k') === undefined ? undefined : (number('k') ?? 0) % 24);
  if (full !== undefined) return full;
  return ((number('h') ?? number('K') ?? 0) % 12) + (half?.toUpperCase() === 'PM' ? 12 : 0);
}

function monthOf(value: string, text: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(value.toLowerCase()));
  if (index < 0) throw unparseable(text);
  return index + 1;
}

function unparseable(text: string): ResolverError {
  return new ResolverError(`Text '${text}' could not be parsed at index 0`, 'MappingTemplate');
}
