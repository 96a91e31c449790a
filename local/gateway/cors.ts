import { isLocalOrigin } from './local-origin.ts';

const EXPOSED = [
  'x-amzn-RequestId',
  'x-amzn-ErrorType',
  'x-amzn-ErrorMessage',
  'x-amz-request-id',
  'x-amz-id-2',
  'x-amz-version-id',
  'ETag',
  'Date',
].join(', ');

/**
 * The headers that let a page on another local port read an answer. Pages from elsewhere get none, so that no site on
 * the internet can talk to the local cloud through a visitor's browser.
 */
export function corsHeaders(origin: string | undefined): Record<string, string> {
  if (origin === undefined || !isLocalOrigin(origin)) return {};
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED, vary: 'Origin' };
}

/** The answer to a preflight request. */
export function preflightHeaders(
  origin: string | undefined,
  requestedHeaders: string | undefined,
): Record<string, string> {
  if (origin === undefined || !isLocalOrigin(origin)) return {};
  return {
    ...corsHeaders(origin),
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    // Browsers don't take `*` for Authorization, so the headers that were asked for are named.
    'access-control-allow-headers': requestedHeaders ?? '*',
    'access-control-max-age': '3600',
  };
}
