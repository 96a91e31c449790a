import type { CloudContext } from '../../core/context.ts';
import type { NextTime } from './expression.ts';

/** Runs things at their times on the cloud's clock; moving the clock over many times of one runs it once. */
export interface Timetable {
  /** Replaces what was planned under the key. The plan `due` is told the time that it was planned for. */
  set(key: string, next: NextTime, due: (time: number) => void): void;
  delete(key: string): void;
  nextOf(key: string): number | undefined;
  stop(): void;
}

/** Timers of Node cannot wait longer than 24 days. */
const LONGEST_WAIT = 3_600_000;

export function createTimetable(cloud: CloudContext): Timetable {
  const entries = new Map<string, { next: NextTime; due: (time: number) => void; at: number | undefined }>();
  let timer: NodeJS.Timeout | undefined;

  function wait(): void {
    clearTimeout(timer);
    const times = [...entries.values()].flatMap(({ at }) => (at === undefined ? [] : [at]));
    if (times.length === 0) return;
    const left = Math.max(0, Math.min(...times) - cloud.clock.now());
    timer = setTimeout(runDue, Math.min(left, LONGEST_WAIT)).unref();
  }

  function runDue(): void {
    const now = cloud.clock.now();
    for (const entry of [...entries.values()]) {
      if (entry.at === undefined || entry.at > now) continue;
      const planned = entry.at;
      entry.at = entry.next(now);
      entry.due(planned);
    }
    wait();
  }

  const stopListening = cloud.clock.onAdvance(runDue);
  return {
    set(key, next, due) {
      entries.set(key, { next, due, at: next(cloud.clock.now()) });
      wait();
    },
    delete(key) {
      entries.delete(key);
      wait();
    },
    nextOf: (key) => entries.get(key)?.at,
    stop() {
      clearTimeout(timer);
      stopListening();
      entries.clear();
    },
  };
}
