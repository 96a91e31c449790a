import { ResolverError } from '../runtime/evaluator.ts';

export type JsonObject = Record<string, unknown>;

/** AppSync's error for a request handler's result that a data source cannot take. */
export function badRequest(message: string): ResolverError {
  return new ResolverError(message, 'MappingTemplate');
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The request as an object; throws ResolverError otherwise. */
export function requestObject(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw badRequest("Value for field '$[operation]' not found.");
}

/** A needed member of a request. Throws ResolverError in AppSync's words. */
export function required<T>(request: JsonObject, name: string): T {
  const value = request[name];
  if (value === undefined || value === null) throw badRequest(`Value for field '$[${name}]' not found.`);
  return value as T;
}
