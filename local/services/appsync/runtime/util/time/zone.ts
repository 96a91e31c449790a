import { ResolverError } from '../../evaluator.ts';

/** A moment's fields in a time zone. */
export interface ZonedFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly zone: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC at that moment, for an offset (`+08:00`) or a zone's name. Throws ResolverError for neither. */
export function offsetAt(zone: string, milliseconds: number): number {
  const fixed = /^(?:UTC|GMT|Z)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (fixed !== null) {
    return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  }
  if (zone === 'UTC' || zone === 'Z' || zone === 'GMT') return 0;
  const parts = new Map(
    formatter(zone)
      .formatToParts(milliseconds)
      .map((part) => [part.type, part.value]),
  );
  const field = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return Math.round((wall - Math.floor(milliseconds / 1000) * 1000) / 60_000);
}

export function zonedFields(milliseconds: number, zone: string): ZonedFields {
  const offset = offsetAt(zone, milliseconds);
  const wall = new Date(milliseconds + offset * 60_000);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
    offset,
    zone,
  };
}

/** The moment at which clocks in that zone show these fields (given as if they were UTC). */
export function fromWallClock(wallMilliseconds: number, zone: string): number {
  const guess = wallMilliseconds - offsetAt(zone, wallMilliseconds) * 60_000;
  return wallMilliseconds - offsetAt(zone, guess) * 60_000;
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch {
    throw new ResolverError(`Unknown time-zone ID: ${zone}`, 'MappingTemplate');
  }
}
