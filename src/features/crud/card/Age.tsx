import { useClock } from '../../../lib/time/clock.ts';
import { fullTime, shortAge, spokenAge } from '../../../lib/time/format.ts';

/** When it was posted: short to the eye, in words to the ear, in full on hover. */
export function Age({ at, id }: { at: string; id?: string }) {
  const time = Date.parse(at);
  const short = useClock((now) => shortAge(time, now));
  const spoken = useClock((now) => spokenAge(time, now));
  return (
    <time dateTime={at} title={fullTime(time)} id={id}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{spoken}</span>
    </time>
  );
}
