import { LocalCloudError } from '../../core/errors.ts';
import type { ApiCall } from './routes.ts';

/** GET clock: the local cloud's time and how far it is ahead, in milliseconds. */
export function readClock({ cloud }: ApiCall): unknown {
  return { now: cloud.clock.now(), offset: cloud.clock.offset };
}

/** POST clock?advance=MS: moves the clock forward; answers as GET clock. */
export function advanceClock(call: ApiCall): unknown {
  const milliseconds = Number(call.url.searchParams.get('advance'));
  if (!Number.isSafeInteger(milliseconds) || milliseconds <= 0) {
    throw new LocalCloudError(
      'BadAdvance',
      'The clock moves forward by whole milliseconds.',
      'Ask for POST /console/api/clock?advance=3600000 to move it by an hour.',
    );
  }
  call.cloud.clock.advance(milliseconds);
  return readClock(call);
}
