import { h } from './dom.js';

const LOCALE = 'en-GB';
const CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const FULL = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'long' });
const NUMBER = new Intl.NumberFormat(LOCALE);

export function count(number) {
  return NUMBER.format(number);
}

/** `1 run`, `2 runs`. */
export function counted(number, word) {
  return `${count(number)} ${word}${number === 1 ? '' : 's'}`;
}

/** A `<time>`: the time of day, with the date in front when it isn't today's by the local cloud's clock. */
export function time(at, now) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '–';
  const today = new Date(now).toDateString() === date.toDateString();
  const text = today ? CLOCK.format(date) : `${DAY.format(date)}, ${CLOCK.format(date)}`;
  return h('time', { datetime: date.toISOString(), title: FULL.format(date) }, text);
}

export function fullTime(at) {
  return FULL.format(new Date(at));
}

export function duration(milliseconds) {
  if (milliseconds < 0.05) return '< 0.1 ms';
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}

export function bytes(size) {
  if (size < 1024) return `${count(size)} B`;
  const units = ['KiB', 'MiB', 'GiB'];
  let value = size / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** `+1 d 2 h`, or an empty text for none. */
export function offset(milliseconds) {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes === 0) return '';
  /** @type {[amount: number, unit: string][]} */
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ];
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return `+${said.join(' ')}`;
}

const LONGEST_JSON = 50_000;

/** Anything as indented JSON, cut off when it is very long. */
export function json(value) {
  const text = JSON.stringify(value, null, 2) ?? 'undefined';
  return text.length > LONGEST_JSON ? `${text.slice(0, LONGEST_JSON)}\n… cut off` : text;
}
