import type { HttpRequest, HttpResponse, AwsService } from '../../core/service.ts';
import type { Principal } from '../../core/principal.ts';
import {
  applyResource,
  createTestContext,
  type TestContext,
  type TestContextOptions,
} from '../../core/testing.ts';
import {
  type Evaluation,
  type EvaluationContext,
  type Evaluator,
  ResolverError,
} from './runtime/evaluator.ts';
import type { AppSyncOptions, EvaluatorFactory } from './service-context.ts';
import { createAppSyncWith } from './service.ts';

type Handler = (context: EvaluationContext, out: Out) => unknown;

/** What a stub handler may do beside returning a value. */
export interface Out {
  earlyReturn(value: unknown, skipTo?: 'NEXT' | 'END'): unknown;
  appendError(message: string, errorType?: string): void;
  setFilter(filter: unknown): void;
  setInvalidationFilter(filter: unknown): void;
  invalidate(invalidation: unknown): void;
}

/** Handlers by the name that a resolver's code gives: the engine is tested without a language. */
export function stubEvaluators(
  handlers: Record<string, { request?: Handler; response?: Handler }>,
): EvaluatorFactory {
  const run = (handler: Handler | undefined, context: EvaluationContext, passed: unknown): Evaluation => {
    const evaluation = {
      value: passed,
      appendedErrors: [] as object[],
      logs: [],
      invalidations: [] as unknown[],
    } as Record<string, unknown>;
    const out: Out = {
      earlyReturn(value, skipTo = 'NEXT') {
        evaluation.earlyReturn = { skipTo };
        return value;
      },
      appendError: (message, errorType = undefined as never) =>
        void (evaluation.appendedErrors as object[]).push({
          message,
          errorType: errorType ?? null,
          data: null,
          errorInfo: null,
        }),
      setFilter: (filter) => void (evaluation.subscriptionFilter = filter),
      setInvalidationFilter: (filter) => void (evaluation.invalidationFilter = filter),
      invalidate: (one) => void (evaluation.invalidations as unknown[]).push(one),
    };
    if (handler) evaluation.value = handler(context, out);
    return evaluation as unknown as Evaluation;
  };
  const make = (name: string): Evaluator => ({
    request: (context) => run(handlers[name]?.request, context, { payload: context.arguments }),
    response: (context) => {
      if (!handlers[name]?.response && context.error)
        throw new ResolverError(context.error.message, context.error.type);
      return run(handlers[name]?.response, context, context.result);
    },
  });
  return { js: make, vtl: ({ request, response }) => make(request ?? response ?? '') };
}

export interface ApiUnderTest extends AsyncDisposable {
  readonly cloud: TestContext;
  readonly service: AwsService;
  readonly apiId: string;
  readonly apiKey: string;
  /** Attaches a unit resolver whose code is `name`, or a pipeline when functions are given. */
  resolver(
    field: string,
    name: string,
    parts?: { dataSource?: string; functions?: string[]; vtl?: boolean },
  ): Promise<void>;
  function(name: string, dataSource?: string): Promise<string>;
  post(body: unknown, headers?: Record<string, string>, principal?: Principal): Promise<HttpResponse>;
  /** With the API key; the parsed body. */
  query(query: string, variables?: Record<string, unknown>): Promise<{ data: any; errors?: any[] }>;
}

/** An API with a NONE data source `none`, an API key, and stub handlers. */
export async function startApi(
  sdl: string,
  handlers: Parameters<typeof stubEvaluators>[0] = {},
  more: {
    api?: Record<string, unknown>;
    context?: TestContextOptions;
    options?: AppSyncOptions;
    evaluators?: EvaluatorFactory;
  } = {},
): Promise<ApiUnderTest> {
  const cloud = createTestContext(more.context);
  const service = cloud.register(
    createAppSyncWith(cloud, more.evaluators ?? stubEvaluators(handlers), more.options),
  );
  const apply = (type: string, id: string, properties: Record<string, unknown>) =>
    applyResource(service, `AWS::AppSync::${type}`, id, properties);
  const api = await apply('GraphQLApi', 'Api', { Name: 'test', AuthenticationType: 'API_KEY', ...more.api });
  const apiId = String(api.attributes.ApiId);
  await apply('GraphQLSchema', 'Schema', { ApiId: apiId, Definition: sdl });
  const key = await apply('ApiKey', 'Key', { ApiId: apiId });
  const apiKey = String(key.attributes.ApiKey);
  await apply('DataSource', 'None', { ApiId: apiId, Name: 'none', Type: 'NONE' });
  const Runtime = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };
  let requests = 0;
  const test: ApiUnderTest = {
    cloud,
    service,
    apiId,
    apiKey,
    async resolver(field, name, { dataSource = 'none', functions, vtl } = {}) {
      const [TypeName, FieldName] = field.split('.');
      const code = vtl
        ? { RequestMappingTemplate: name, ResponseMappingTemplate: name }
        : { Code: name, Runtime };
      const where = functions
        ? { Kind: 'PIPELINE', PipelineConfig: { Functions: functions } }
        : { Kind: 'UNIT', DataSourceName: dataSource };
      await apply('Resolver', field, { ApiId: apiId, TypeName, FieldName, ...code, ...where });
    },
    async function(name, dataSource = 'none') {
      const made = await apply('FunctionConfiguration', name, {
        ApiId: apiId,
        Name: name,
        DataSourceName: dataSource,
        Code: name,
        Runtime,
      });
      return String(made.attributes.FunctionId);
    },
    async post(body, headers = {}, principal = { kind: 'anonymous' }) {
      const request: HttpRequest = {
        method: 'POST',
        url: new URL(`http://127.0.0.1/${apiId}/graphql`),
        rawPath: `/appsync/${apiId}/graphql`,
        headers,
        body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
        principal,
        requestId: `request-${(requests += 1)}`,
      };
      const response = await service.handleHttp!(request);
      if (!response) throw new Error('not handled');
      return response;
    },
    async query(query, variables) {
      const response = await test.post({ query, variables }, { 'x-api-key': apiKey });
      return JSON.parse(String(response.body));
    },
    [Symbol.asyncDispose]: () => cloud[Symbol.asyncDispose](),
  };
  return test;
}
