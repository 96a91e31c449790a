/** The time on a clock in the zone, as if it were UTC. Milliseconds. */
export function wallTimeOf(instant: number, zone: string): number {
  if (zone === 'UTC') return instant;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which a clock in the zone shows that time; in a gap, the time after it. */
export function instantOf(wall: number, zone: string): number {
  const guess = wall - (wallTimeOf(wall, zone) - wall);
  return guess - (wallTimeOf(guess, zone) - wall);
}
