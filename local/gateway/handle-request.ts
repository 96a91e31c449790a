import { AwsError } from '../core/errors.ts';
import type { Principal } from '../core/principal.ts';
import type { AwsService, HttpRequest, HttpResponse } from '../core/service.ts';
import type { SignatureVerifier } from '../iam/sigv4/verify.ts';
import { isSigned } from '../iam/sigv4/parse.ts';
import type { Dialect } from '../iam/sigv4/problems.ts';
import { dispatch, type DispatchContext } from './dispatch.ts';
import type { Route } from './route.ts';
import { JSON_1_0, JSON_1_1 } from './wire-errors.ts';

export interface ReceivedRequest {
  readonly method: string;
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly requestId: string;
}

/**
 * Answers a request for a service: verifies its signature, then runs the operation that it names, or gives it to the
 * service's own handler. Throws AwsError and LocalCloudError for `renderError`.
 */
export async function handleRequest(
  context: DispatchContext,
  signatures: SignatureVerifier,
  { service, path }: Route,
  request: ReceivedRequest,
): Promise<HttpResponse> {
  const principal = whoAsks(service, request, signatures);
  const operation = operationOf(service, request, path);
  if (operation === undefined) return await other(service, request, path, principal);
  const input = parseInput(request.body);
  const { requestId } = request;
  const output = await dispatch(context, service, operation, input, { principal, requestId });
  return {
    status: 200,
    headers: { 'content-type': contentType(service), 'x-amzn-requestid': requestId },
    body: JSON.stringify(output ?? {}),
  };
}

/** Nobody in particular, when the request has no signature. A bearer token is the service's own business. */
function whoAsks(service: AwsService, request: ReceivedRequest, signatures: SignatureVerifier): Principal {
  if (!isSigned(request)) return { kind: 'anonymous' };
  return signatures.verify(request, service.signingName, dialectOf(service)).principal;
}

function dialectOf(service: AwsService): Dialect {
  if (service.id === 's3') return 's3';
  if (service.id === 'sts' || service.id === 'cloudformation') return 'query';
  return service.protocol.kind === 'rest-json' ? 'rest-json' : 'json';
}

/** The operation's name; undefined when the request doesn't speak the service's protocol but may be for its handler. */
function operationOf(service: AwsService, request: ReceivedRequest, path: string): string | undefined {
  const { protocol } = service;
  if (protocol.kind === 'rest-json') return protocol.paths[path];
  if (protocol.kind !== 'json' || request.method !== 'POST') return undefined;
  const target = request.headers['x-amz-target'];
  if (target === undefined) return undefined;
  const dot = target.lastIndexOf('.');
  if (target.slice(0, dot) === protocol.targetPrefix) return target.slice(dot + 1);
  throw new AwsError('UnknownOperationException', `${target} is not a target of ${service.id}.`);
}

async function other(
  service: AwsService,
  request: ReceivedRequest,
  path: string,
  principal: Principal,
): Promise<HttpResponse> {
  const query = request.rawQuery === '' ? '' : `?${request.rawQuery}`;
  const http: HttpRequest = {
    method: request.method,
    url: new URL(`http://${request.headers['host'] ?? '127.0.0.1'}${path}${query}`),
    rawPath: request.rawPath,
    headers: request.headers,
    body: request.body,
    principal,
    requestId: request.requestId,
  };
  const response = await service.handleHttp?.(http);
  if (response) return response;
  throw new AwsError('UnknownOperationException', `${request.method} ${path} is unknown to ${service.id}.`, {
    statusCode: 404,
  });
}

function parseInput(body: Buffer): unknown {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'Unexpected token encountered while parsing the request.');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
  }
  return value;
}

function contentType({ protocol }: AwsService): string {
  if (protocol.kind === 'json') return protocol.version === '1.0' ? JSON_1_0 : JSON_1_1;
  return 'application/json';
}
