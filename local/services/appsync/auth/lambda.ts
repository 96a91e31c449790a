import type { CloudContext, FunctionInvoker } from '../../../core/context.ts';
import type { ApiDefinition } from '../api.ts';
import type { Caller, Credentials } from './caller.ts';
import type { AuthProvider } from './provider.ts';
import { unauthorized } from './unauthorized.ts';

type LambdaProvider = Extract<AuthProvider, { mode: 'AWS_LAMBDA' }>;

interface Answer {
  isAuthorized?: boolean;
  resolverContext?: Record<string, unknown>;
  deniedFields?: string[];
  ttlOverride?: number;
}

/** Remembers an authorizer's answers for as long as it allows, by function and token. */
export interface AuthorizerCache {
  get(key: string): Answer | undefined;
  set(key: string, answer: Answer, seconds: number): void;
}

export function createAuthorizerCache(cloud: CloudContext): AuthorizerCache {
  const kept = new Map<string, { answer: Answer; until: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      if (found && found.until > cloud.clock.now()) return found.answer;
      kept.delete(key);
      return undefined;
    },
    set(key, answer, seconds) {
      if (seconds > 0) kept.set(key, { answer, until: cloud.clock.now() + seconds * 1000 });
    },
  };
}

/** Asks the API's Lambda authorizer. Throws UnauthorizedException when it says no or fails. */
export async function byLambda(
  cloud: CloudContext,
  api: ApiDefinition,
  provider: LambdaProvider,
  token: string,
  credentials: Credentials,
  cache: AuthorizerCache,
): Promise<Caller> {
  if (provider.tokenPattern && !new RegExp(provider.tokenPattern).test(token)) throw unauthorized();
  const key = `${provider.functionArn}\n${token}`;
  const answer = cache.get(key) ?? (await ask(cloud, api, provider, token, credentials));
  cache.set(key, answer, answer.ttlOverride ?? provider.ttlSeconds);
  if (answer.isAuthorized !== true) throw unauthorized();
  return {
    mode: provider.mode,
    provider,
    identity: { resolverContext: answer.resolverContext ?? {} },
    groups: [],
    deniedFields: new Set(answer.deniedFields ?? []),
  };
}

async function ask(
  cloud: CloudContext,
  api: ApiDefinition,
  provider: LambdaProvider,
  token: string,
  credentials: Credentials,
): Promise<Answer> {
  const answer = await cloud.service<FunctionInvoker>('lambda').invokeFunction({
    functionArn: provider.functionArn,
    principal: { kind: 'service', service: 'appsync.amazonaws.com', sourceArn: api.arn },
    timeoutMs: 10_000,
    payload: {
      authorizationToken: token,
      requestContext: {
        apiId: api.id,
        accountId: cloud.accountId,
        requestId: credentials.requestId,
        queryString: credentials.query ?? '',
        operationName: credentials.operationName ?? null,
        variables: credentials.variables ?? {},
      },
      requestHeaders: credentials.headers,
    },
  });
  if (answer.functionError || typeof answer.payload !== 'object' || answer.payload === null)
    throw unauthorized();
  return answer.payload as Answer;
}
