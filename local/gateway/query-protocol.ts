import { AwsError, notCovered } from '../core/errors.ts';
import type { Call } from '../core/service.ts';
import type { HttpRequest, HttpResponse } from '../core/service.ts';
import { escapeXml, toWireError } from './wire-errors.ts';

/** An operation of a service that speaks AWS's query protocol: form fields in, XML out. */
export type QueryOperation = (
  input: Readonly<Record<string, string>>,
  call: Call,
) => Promise<QueryResult> | QueryResult;

/** The members of `<…Result>`; an array becomes `<member>` elements. */
export type QueryResult = { readonly [name: string]: QueryValue };
export type QueryValue = string | number | boolean | undefined | QueryResult | readonly QueryValue[];

export interface QueryService {
  readonly version: string;
  readonly namespace: string;
  readonly operations: Readonly<Record<string, QueryOperation>>;
  /** AWS's operations that are not covered. */
  readonly uncovered: readonly string[];
}

/** Answers a request in the query protocol; undefined when it isn't one. */
export async function handleQuery(
  service: QueryService,
  request: HttpRequest,
): Promise<HttpResponse | undefined> {
  const fields = Object.fromEntries(
    request.method === 'GET' ? request.url.searchParams : new URLSearchParams(request.body.toString('utf8')),
  );
  const action = fields['Action'];
  if (action === undefined) return undefined;
  const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': request.requestId };
  const metadata = `<RequestId>${request.requestId}</RequestId>`;
  try {
    const operation = Object.hasOwn(service.operations, action) ? service.operations[action] : undefined;
    if (!operation) throw unknownAction(service, action);
    const result = await operation(fields, { principal: request.principal, requestId: request.requestId });
    const body = `<${action}Response xmlns="${service.namespace}"><${action}Result>${members(result)}</${action}Result><ResponseMetadata>${metadata}</ResponseMetadata></${action}Response>`;
    return { status: 200, headers, body };
  } catch (error) {
    const { code, message, status } = toWireError(error);
    const type = status < 500 ? 'Sender' : 'Receiver';
    const body = `<ErrorResponse xmlns="${service.namespace}"><Error><Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>${metadata}</ErrorResponse>`;
    return { status, headers, body };
  }
}

function unknownAction(service: QueryService, action: string): Error {
  if (service.uncovered.includes(action)) return notCovered(`the operation ${action}`);
  return new AwsError('InvalidAction', `Could not find operation ${action} for version ${service.version}`);
}

function members(value: QueryResult): string {
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => `<${name}>${element(one)}</${name}>`)
    .join('');
}

function element(value: QueryValue): string {
  if (Array.isArray(value))
    return value.map((one: QueryValue) => `<member>${element(one)}</member>`).join('');
  if (value !== null && typeof value === 'object') return members(value as QueryResult);
  return escapeXml(String(value));
}
