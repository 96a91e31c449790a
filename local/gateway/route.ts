import { scopedService } from '../iam/sigv4/parse.ts';
import type { AwsService } from '../core/service.ts';
import type { ServiceRegistry } from './service-registry.ts';

/** Which service a request is for, and the path as that service sees it. */
export interface Route {
  readonly service: AwsService;
  /** Without the service's own prefix; begins with a slash. */
  readonly path: string;
}

/** What the gateway looks at to find a service. */
export interface Routable {
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Finds the service: by the path's prefix (`/<serviceId>/…`), by `X-Amz-Target`, or by the credential scope, so that
 * one `AWS_ENDPOINT_URL` for all services works too. Undefined means that it is for none of them.
 */
export function route(request: Routable, registry: ServiceRegistry): Route | undefined {
  const [, first = ''] = request.rawPath.split('/', 2);
  const byPath = registry.byId(first);
  if (byPath) return { service: byPath, path: request.rawPath.slice(first.length + 1) || '/' };
  const target = request.headers['x-amz-target'];
  const prefix = target?.slice(0, target.lastIndexOf('.'));
  const byTarget = prefix === undefined ? undefined : registry.byTargetPrefix(prefix);
  const scope = byTarget ? undefined : scopedService(request.headers, request.rawQuery);
  const service = byTarget ?? (scope === undefined ? undefined : registry.bySigningName(scope));
  return service && { service, path: request.rawPath };
}
