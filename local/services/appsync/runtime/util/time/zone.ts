import { instantOf, offsetOf } from '../../../../../core/time-zone.ts';
import { ResolverError } from '../../evaluator.ts';

const MINUTE = 60_000;

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

/** Minutes east of UTC at that moment, for an offset (`+08:00`) or a zone's name. Throws ResolverError for neither. */
function offsetAt(zone: string, milliseconds: number): number {
  const fixed = /^(?:UTC|GMT|Z)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (fixed !== null) {
    return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  }
  if (zone === 'UTC' || zone === 'Z' || zone === 'GMT') return 0;
  try {
    return Math.round(offsetOf(zone, milliseconds) / MINUTE);
  } catch {
    // A RangeError in the words of JavaScript.
    throw new ResolverError(`Unknown time-zone ID: ${zone}`, 'MappingTemplate');
  }
}

export function zonedFields(milliseconds: number, zone: string): ZonedFields {
  const offset = offsetAt(zone, milliseconds);
  const wall = new Date(milliseconds + offset * MINUTE);
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
  return instantOf(wallMilliseconds, (instant) => offsetAt(zone, instant) * MINUTE);
}
