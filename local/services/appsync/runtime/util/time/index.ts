import { formatTime } from './format.ts';
import { parseIso8601, parseTime } from './parse.ts';

/** `util.time`, the same in both runtimes, on the given clock. */
export function createTimeUtil(clock: {
  now(): number;
}): Record<string, (...args: readonly unknown[]) => unknown> {
  return {
    nowISO8601: () => new Date(clock.now()).toISOString(),
    nowEpochSeconds: () => Math.floor(clock.now() / 1000),
    nowEpochMilliSeconds: () => Math.floor(clock.now()),
    nowFormatted: (pattern, zone) => formatTime(Math.floor(clock.now()), String(pattern), zoneName(zone)),
    parseFormattedToEpochMilliSeconds: (text, pattern, zone) =>
      parseTime(String(text), String(pattern), zoneName(zone)),
    parseISO8601ToEpochMilliSeconds: (text) => parseIso8601(String(text)),
    epochMilliSecondsToSeconds: (milliseconds) => Math.floor(Number(milliseconds) / 1000),
    epochMilliSecondsToISO8601: (milliseconds) => new Date(Number(milliseconds)).toISOString(),
    epochMilliSecondsToFormatted: (milliseconds, pattern, zone) =>
      formatTime(Number(milliseconds), String(pattern), zoneName(zone)),
  };
}

function zoneName(zone: unknown): string {
  return zone === undefined || zone === null ? 'UTC' : String(zone);
}
