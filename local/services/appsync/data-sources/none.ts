import type { DataSourceOutcome } from './data-source.ts';
import { isObject } from './request.ts';

/** NONE gives the request's payload back. */
export function invokeNone(request: unknown): DataSourceOutcome {
  return { result: isObject(request) ? (request.payload ?? null) : null };
}
