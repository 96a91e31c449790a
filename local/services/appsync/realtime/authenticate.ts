import { notCovered } from '../../../core/errors.ts';
import type { Principal } from '../../../core/principal.ts';
import type { ApiDefinition } from '../api.ts';
import { authenticate } from '../auth/authenticate.ts';
import type { Caller } from '../auth/caller.ts';
import type { AuthorizerCache } from '../auth/lambda.ts';
import type { AppSyncContext } from '../service-context.ts';

export interface RealtimeCredentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly sourceIp: string;
  /** What the client signed for AWS_IAM: `/connect` after the endpoint's path, or nothing. */
  readonly signedSuffix: '/connect' | '';
  readonly signedBody: string;
  readonly query?: string;
  readonly variables?: unknown;
}

/** Lets a connection or a subscription in. Throws UnauthorizedException. */
export async function authenticateRealtime(
  service: AppSyncContext,
  cache: AuthorizerCache,
  api: Readonly<ApiDefinition>,
  credentials: RealtimeCredentials,
): Promise<Caller> {
  const { headers, requestId, sourceIp, query, variables } = credentials;
  const signed = headers.authorization?.startsWith('AWS4-') ?? false;
  const principal = signed ? await signer(service, api, credentials) : ({ kind: 'anonymous' } as const);
  return authenticate(
    service.cloud,
    api,
    { headers, principal, sourceIp, requestId, query, variables },
    cache,
  );
}

async function signer(
  service: AppSyncContext,
  api: Readonly<ApiDefinition>,
  { headers, signedSuffix, signedBody }: RealtimeCredentials,
): Promise<Principal> {
  const verify = service.options.verifySignature;
  if (!verify) throw notCovered('AWS_IAM over WebSockets without a signature verifier');
  const base = new URL(service.cloud.baseUrl).pathname.replace(/\/$/, '');
  const path = `${base}/appsync/${api.id}/graphql${signedSuffix}`;
  return verify({ method: 'POST', path, query: '', headers, body: signedBody });
}
