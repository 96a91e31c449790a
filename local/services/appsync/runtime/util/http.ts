import { ResolverError } from '../evaluator.ts';
import { isRecord } from './json.ts';
import type { Run } from './run.ts';

/** Headers that belong to one connection; `copyHeaders` leaves them out. */
const RESTRICTED = new Set([
  'transfer-encoding',
  'connection',
  'host',
  'expect',
  'keep-alive',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'content-length',
]);
const MAX_BYTES = 4096;

export function copyHeaders(headers: unknown): Record<string, unknown> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !RESTRICTED.has(name.toLowerCase())));
}

/**
 * Adds a header to the HTTP response of the GraphQL request. Throws ResolverError for AWS's own names and when the
 * headers together pass 4 KB, the limits that AppSync documents.
 */
export function addResponseHeader(run: Run, name: unknown, value: unknown): void {
  const key = String(name);
  const lower = key.toLowerCase();
  if (RESTRICTED.has(lower) || lower.startsWith('x-amzn-') || lower.startsWith('x-amz-')) {
    throw new ResolverError(`Header ${key} is restricted and can't be set.`, 'BadRequest');
  }
  run.responseHeaders[key] = isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
  const size = Object.entries(run.responseHeaders).reduce((sum, [k, v]) => sum + Buffer.byteLength(k + v), 0);
  if (size > MAX_BYTES)
    throw new ResolverError('Response headers exceed the maximum size of 4 KB.', 'BadRequest');
}

export function addResponseHeaders(run: Run, headers: unknown): void {
  for (const [name, value] of Object.entries(isRecord(headers) ? headers : {}))
    addResponseHeader(run, name, value);
}
