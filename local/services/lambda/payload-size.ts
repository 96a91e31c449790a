import { AwsError } from '../../core/errors.ts';

/** Bytes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LIMITS = { RequestResponse: 6_291_456, Event: 1_048_576 };

/** Throws RequestTooLargeException for a payload that a function is not called with. */
export function requireSize(payload: string, type: keyof typeof LIMITS): void {
  const size = Buffer.byteLength(payload);
  const limit = LIMITS[type];
  if (size <= limit) return;
  throw new AwsError(
    'RequestTooLargeException',
    `${size} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
    { statusCode: 413 },
  );
}
