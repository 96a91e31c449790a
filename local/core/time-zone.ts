const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
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
  formats.set(zone, made);
  return made;
}

/**
 * Milliseconds that clocks in a zone (`Europe/Berlin`) are ahead of UTC at an instant. Throws RangeError when there is
 * no such zone.
 */
export function offsetOf(zone: string, instant: number): number {
  if (zone === 'UTC') return 0;
  const parts = formatOf(zone).formatToParts(instant);
  const shown = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  // What clocks show has no milliseconds.
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which clocks show a time, which is given as if it were UTC; one that is skipped in summer counts as the
 * time after the gap.
 * @param offsetAt what clocks are ahead of UTC at an instant, in milliseconds
 */
export function instantOf(wall: number, offsetAt: (instant: number) => number): number {
  return wall - offsetAt(wall - offsetAt(wall));
}
