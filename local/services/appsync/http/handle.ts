import { AwsError } from '../../../core/errors.ts';
import type { HttpRequest, HttpResponse } from '../../../core/service.ts';
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
    let wanted: GraphQLRequest | undefined;
    let caller: Caller | undefined;
    try {
      const api = service.apis.compiled(apiId);
      if (!api)
        throw new AwsError('NotFoundException', `GraphQL API ${apiId} not found.`, { statusCode: 404 });
      wanted = parseRequest(request);
      caller = await authenticate(service.cloud, api.definition, credentialsOf(request, wanted), cache);
      const run = await runHttp(service, api, realtime, request, wanted, caller);
      note(service, request, wanted, caller, run, performance.now() - start);
      return jsonResponse(request, 200, run.result, run.context?.responseHeaders);
    } catch (error) {
      const response = errorResponse(request, error);
      const { errors } = JSON.parse(String(response.body)) as { errors: AppSyncError[] };
      note(service, request, wanted, caller, { result: { data: null, errors } }, performance.now() - start);
      return response;
    }
  };
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

function note(
  { cloud }: AppSyncContext,
  request: HttpRequest,
  wanted: GraphQLRequest | undefined,
  caller: Caller | undefined,
  { result, context }: Run,
  durationMs: number,
): void {
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
  });
}
