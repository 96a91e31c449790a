import type { IncomingMessage } from 'node:http';
import { LocalCloudError } from '../core/errors.ts';
import { isLocalOrigin } from '../gateway/local-origin.ts';

/**
 * Lets a request that changes something through only when it comes from this machine and says `x-console: 1`: no form
 * and no image can send a header of its own, and another site's script would have to ask first, which is never granted.
 * Throws LocalCloudError ForeignOrigin, MissingConsoleHeader.
 */
export function guardChange(request: IncomingMessage): void {
  if (!isLocalOrigin(request.headers.origin)) {
    throw new LocalCloudError(
      'ForeignOrigin',
      `A page of ${request.headers.origin} may not use the console.`,
      'Open the console itself, at the address that the local cloud printed.',
    );
  }
  if (request.headers['x-console'] !== '1') {
    throw new LocalCloudError(
      'MissingConsoleHeader',
      'The console takes changes only with the header x-console.',
      'Send `x-console: 1` with the request.',
    );
  }
}
