import { AwsError } from '../../../core/errors.ts';
import type { HttpRequest } from '../../../core/service.ts';

/** What a client wants run. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

/** AppSync's limit of a request's body. */
const MAX_BODY = 1_000_000;

/**
 * Reads a request as AppSync does: JSON with `query`, or GraphQL itself as the body, or the query string of a GET
 * (https://github.com/graphql/graphql-over-http/issues/81). Throws MalformedHttpRequestException (400).
 */
export function parseRequest(request: HttpRequest): GraphQLRequest {
  if (request.method === 'GET') {
    const { searchParams } = request.url;
    const operationName = searchParams.get('operationName') ?? undefined;
    return {
      query: text(searchParams.get('query')),
      variables: variablesOf(searchParams.get('variables')),
      operationName,
    };
  }
  if (request.method !== 'POST') throw malformed(`Method ${request.method} is not supported.`);
  if (request.body.length === 0) throw malformed('Request body is empty.');
  if (request.body.length > MAX_BODY) {
    throw new AwsError('RequestEntityTooLargeException', 'Request body is too large.', { statusCode: 413 });
  }
  const raw = request.body.toString('utf8');
  let parsed: unknown;
  try {
    parsed = JSON.parse(raw);
  } catch {
    return { query: raw, variables: {} };
  }
  const body = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  const operationName = typeof body.operationName === 'string' ? body.operationName : undefined;
  return { query: text(body.query), variables: variablesOf(body.variables), operationName };
}

function text(query: unknown): string {
  if (typeof query === 'string' && query !== '') return query;
  throw malformed('Unable to parse GraphQL query.');
}

/** Variables as an object, or as JSON text of one. */
export function variablesOf(variables: unknown): Record<string, unknown> {
  if (variables === undefined || variables === null || variables === '') return {};
  try {
    const value: unknown = typeof variables === 'string' ? JSON.parse(variables) : variables;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // told below, in AppSync's words
  }
  throw malformed('Variables are not a valid JSON object.');
}

function malformed(message: string): AwsError {
  return new AwsError('MalformedHttpRequestException', message);
}
