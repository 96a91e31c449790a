import type { Clock } from '../core/clock.ts';
import { parseTimestamp } from '../iam/sigv4/timestamp.ts';

/**
 * The `Date` of an answer: the time that the signer goes by. After somebody moved the local cloud's clock there are two
 * (see verify.ts); AWS's SDKs correct theirs by this header, and would be between the two after the clock moved again.
 * Empty for what was signed in the machine's time, or not at all: Node says that by itself.
 */
export function signersDate(headers: Readonly<Record<string, string>>, clock: Clock): Record<string, string> {
  const signed = parseTimestamp(headers['x-amz-date'] ?? '');
  const inside = clock.now();
  if (signed === undefined || Math.abs(signed - inside) >= Math.abs(signed - (inside - clock.offset)))
    return {};
  return { date: new Date(inside).toUTCString() };
}
