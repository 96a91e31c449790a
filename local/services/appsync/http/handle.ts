import { AwsError } from '../../../core/errors.ts';
import { emitSegment } from '../../../core/segment.ts';
import type { HttpRequest, HttpResponse } from '../../../core/service.ts';
import { inTrace, nextSegment, traceHeader, type Trace } from '../../../core/trace-context.ts';
import type { ApiDefinition } from '../api.ts';
import { authenticate } from '../auth/authenticate.ts';
import type { Caller, Credentials } from '../auth/caller.ts';
import { createFieldAuthorizer } from '../auth/authorize-field.ts';
import type { AuthorizerCache } from '../auth/lambda.ts';
import type { CompiledApi } from '../compile.ts';
import { chooseOperation } from '../execution/documents.ts';
import type { AppSyncError } from '../execution/errors.ts';
import { type GraphQLResult, runOperation } from '../execution/execute.ts';
import { createRequestContext, type RequestContext } from '../execution/request-context.ts';
import type { Realtime } from '../realtime/realtime.ts';
import type { AppSyncContext } from '../service-context.ts';
import { denyAllIfIamDenies } from './iam-gate.ts';
import { type GraphQLRequest, parseRequest } from './parse-request.ts';
import { errorResponse, jsonResponse, preflightResponse } from './respond.ts';
import { withinTime } from './within-time.ts';

/** In which AWS's services hand on the trace; resolvers see it among the request's headers. */
const TRACE_HEADER = 'x-amzn-trace-id';

/** What AppSync gives a request. */
const TIMEOUT = 30_000;

/** Answers `/<apiId>/graphql`; undefined for every other path. */
export function httpHandler(
  service: AppSyncContext,
  cache: AuthorizerCache,
  realtime: Realtime,
): (request: HttpRequest) => Promise<HttpResponse | undefined> {
  return async (request) => {
    const apiId = /^\/(\w+)\/graphql\/?$/.exec(request.url.pathname)?.[1];
    if (!apiId) return undefined;
    if (request.method === 'OPTIONS') return preflightResponse(request);
    const start = performance.now();
    const trace = nextSegment(service.cloud.clock.now(), request.headers[TRACE_HEADER]);
    const traced = { ...request, headers: { ...request.headers, [TRACE_HEADER]: traceHeader(trace) } };
    return inTrace(trace, () => answer(traced, apiId, trace, start));
  };

  async function answer(
    request: HttpRequest,
    apiId: string,
    trace: Trace,
    start: number,
  ): Promise<HttpResponse> {
    let wanted: GraphQLRequest | undefined;
    let caller: Caller | undefined;
    try {
      const api = service.apis.compiled(apiId);
      if (!api)
        throw new AwsError('NotFoundException', `GraphQL API ${apiId} not found.`, { statusCode: 404 });
      wanted = parseRequest(request);
      caller = await authenticate(service.cloud, api.definition, credentialsOf(request, wanted), cache);
      const run = await runHttp(service, api, realtime, request, wanted, caller);
      note(service, { request, wanted, caller, run, trace, durationMs: performance.now() - start });
      tell(api.definition, trace, run.result.errors ?? [], start);
      return jsonResponse(request, 200, run.result, run.context?.responseHeaders);
    } catch (error) {
      const response = errorResponse(request, error);
      const { errors } = JSON.parse(String(response.body)) as { errors: AppSyncError[] };
      const run = { result: { data: null, errors } };
      note(service, { request, wanted, caller, run, trace, durationMs: performance.now() - start });
      return response;
    }
  }

  function tell(api: ApiDefinition, trace: Trace, errors: readonly AppSyncError[], start: number): void {
    if (!api.traced) return;
    emitSegment(service.cloud, trace, {
      name: api.name,
      origin: 'AWS::AppSync::GraphQLAPI',
      durationMs: performance.now() - start,
      error: errors.length > 0,
    });
  }
}

interface Run {
  readonly result: GraphQLResult;
  readonly context?: RequestContext;
}

async function runHttp(
  service: AppSyncContext,
  api: CompiledApi,
  realtime: Realtime,
  request: HttpRequest,
  wanted: GraphQLRequest,
  caller: Caller,
): Promise<Run> {
  const prepared = api.documents.prepare(wanted.query);
  if (prepared.errors.length) return { result: { data: null, errors: [...prepared.errors] } };
  const operation = chooseOperation(prepared, wanted.operationName);
  if (operation.operation === 'subscription') {
    throw new AwsError(
      'BadRequestException',
      'Subscriptions are only supported over the real-time endpoint.',
    );
  }
  const { definition } = api;
  const authorizer = createFieldAuthorizer(service.cloud, definition.arn, caller);
  denyAllIfIamDenies(api, operation, caller, authorizer);
  const context = createRequestContext(
    {
      caller,
      authorizer,
      headers: request.headers,
      variables: wanted.variables,
      environment: definition.environment,
    },
    definition.resolverCountLimit,
  );
  const running = runOperation(api, prepared, operation, context);
  const result = await withinTime(running, service.options.executionTimeoutMs ?? TIMEOUT);
  if (operation.operation === 'mutation') realtime.mutated(api, prepared, operation, result, context);
  return { result, context };
}

function credentialsOf(request: HttpRequest, wanted: GraphQLRequest): Credentials {
  const { headers, principal, requestId } = request;
  const sourceIp = headers['x-forwarded-for']?.split(',')[0]?.trim() ?? '127.0.0.1';
  return { headers, principal, sourceIp, requestId, ...wanted };
}

interface Handled {
  readonly request: HttpRequest;
  readonly wanted: GraphQLRequest | undefined;
  readonly caller: Caller | undefined;
  readonly run: Run;
  readonly trace: Trace;
  readonly durationMs: number;
}

function note({ cloud }: AppSyncContext, { request, wanted, caller, run, trace, durationMs }: Handled): void {
  const { result, context } = run;
  const denials = context?.authorizer.denials ?? [];
  cloud.bus.emit('graphql', {
    at: cloud.clock.now(),
    requestId: request.requestId,
    operation: wanted?.operationName ?? Object.keys(result.data ?? {})[0] ?? '',
    query: wanted?.query ?? '',
    variables: wanted?.variables ?? {},
    authMode: caller?.mode ?? 'none',
    durationMs,
    errors: [...(result.errors ?? []), ...denials.map((message) => ({ errorType: 'IAM', message }))],
    trace: context?.trace ?? [],
    traceId: trace.traceId,
  });
}
