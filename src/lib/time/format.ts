const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, short: «now», «5 min», «3 h», «2 d», then the date. */
export function shortAge(at: number, now: number, locale?: string): string {
  const age = now - at;
  if (age < MINUTE) return 'now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min`;
  if (age < DAY) return `${Math.floor(age / HOUR)} h`;
  if (age < 7 * DAY) return `${Math.floor(age / DAY)} d`;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}

const count = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;

/** How long ago, in words for a screen reader: «5 minutes ago». */
export function spokenAge(at: number, now: number): string {
  const age = now - at;
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${count(Math.floor(age / MINUTE), 'minute')} ago`;
  if (age < DAY) return `${count(Math.floor(age / HOUR), 'hour')} ago`;
  return `${count(Math.floor(age / DAY), 'day')} ago`;
}

/** The remaining life, in the two units that matter: «6 d 3 h», «3 h 12 min», «4 min», «38 s»; «» once it is over. */
export function remainingLife(expiresAt: number, now: number): string {
  const left = expiresAt - now;
  if (left <= 0) return '';
  if (left < MINUTE) return `${Math.ceil(left / SECOND)} s`;
  if (left < HOUR) return `${Math.floor(left / MINUTE)} min`;
  if (left < DAY) return pair(left, HOUR, 'h', MINUTE, 'min');
  return pair(left, DAY, 'd', HOUR, 'h');
}

function pair(left: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.floor((left % big) / small);
  return `${Math.floor(left / big)} ${bigName}${rest > 0 ? ` ${rest} ${smallName}` : ''}`;
}

/** The remaining life in words: «6 days», «3 hours», «4 minutes», «less than a minute»; «» once it is over. */
export function spokenLife(expiresAt: number, now: number): string {
  const left = expiresAt - now;
  if (left <= 0) return '';
  if (left < MINUTE) return 'less than a minute';
  if (left < HOUR) return count(Math.floor(left / MINUTE), 'minute');
  if (left < DAY) return count(Math.floor(left / HOUR), 'hour');
  return count(Math.floor(left / DAY), 'day');
}

/** How much of a life is left, from 1 down to 0. */
export function lifeFraction(createdAt: number, expiresAt: number, now: number): number {
  const whole = expiresAt - createdAt;
  if (whole <= 0) return 0;
  return Math.min(1, Math.max(0, (expiresAt - now) / whole));
}

/** Date and time in full, for titles. */
export function fullTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** Date and time, for reading. */
export function dateTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** When something ends, short and near: «today, 14:05», «tomorrow, 14:05», «Tue 3 Dec, 14:05». */
export function untilTime(at: number, now: number, locale?: string): string {
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - midnight) / DAY);
  if (days === 0) return `today, ${time}`;
  if (days === 1) return `tomorrow, ${time}`;
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day.format(at)}, ${time}`;
}
