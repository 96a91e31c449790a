import type { CloudContext } from '../../core/context.ts';
import type { HttpRequest, HttpResponse } from '../../core/service.ts';
import { behaviorFor } from './behaviors.ts';
import type { Behavior, Distribution } from './distribution.ts';
import { fromValues, functionEvent, isResponse, toHttpResponse } from './function-events.ts';
import { required, type Registry } from './registry.ts';
import { applyPolicy } from './response-headers.ts';
import { bucketOf, fetchFromS3 } from './s3-origin.ts';

interface Serving {
  readonly cloud: CloudContext;
  readonly registry: Registry;
  readonly distribution: Distribution;
  readonly domainName: string;
  readonly request: HttpRequest;
}

/**
 * Answers a viewer. Nothing is cached: each request goes to the origin, so that what was just written is seen.
 * @param path below the distribution, as it was sent
 */
export async function serve(serving: Serving, path: string): Promise<HttpResponse> {
  const { distribution, request, registry } = serving;
  const { config } = distribution;
  if (String(config.Enabled ?? true) !== 'true') return notAllowed('The distribution is disabled.');
  const behavior = behaviorFor(config, path);
  const { method } = request;
  const preflight = method === 'OPTIONS';
  if (
    !(behavior.AllowedMethods ?? ['GET', 'HEAD']).includes(method) ||
    !['GET', 'HEAD', 'OPTIONS'].includes(method)
  ) {
    return notAllowed(
      'This distribution is not configured to allow the HTTP request method that was used for this request.',
    );
  }
  const viewed = preflight ? { status: 200, headers: {} } : await answer(serving, behavior, path);
  const policy = behavior.ResponseHeadersPolicyId;
  if (policy === undefined) return viewed;
  const rules = required(registry.responseHeaders.get(policy), 'response headers policy', policy);
  const headers = applyPolicy(rules, viewed.headers ?? {}, request.headers['origin'], preflight);
  return { ...viewed, headers };
}

async function answer(serving: Serving, behavior: Behavior, path: string): Promise<HttpResponse> {
  const { request } = serving;
  const asked = runFunction(serving, behavior, 'viewer-request', path);
  if (asked && isResponse(asked)) {
    return withCacheStatus(serving, toHttpResponse(asked), 'FunctionGeneratedResponse from cloudfront');
  }
  const uri = asked ? asked.uri : path;
  const headers = asked ? fromValues(asked.headers) : request.headers;
  const response = await fromOrigin(serving, behavior, uri, headers);
  if (response.status >= 400) {
    return withCacheStatus(serving, await customError(serving, response), 'Error from cloudfront');
  }
  const changed = runFunction(serving, behavior, 'viewer-response', path, response);
  const viewed =
    changed && isResponse(changed)
      ? { ...response, status: changed.statusCode, headers: fromValues(changed.headers ?? {}) }
      : response;
  return withCacheStatus(serving, viewed, 'Miss from cloudfront');
}

function fromOrigin(
  { cloud, distribution, request }: Serving,
  behavior: Behavior,
  uri: string,
  headers: Readonly<Record<string, string>>,
): Promise<HttpResponse> {
  const { Origins, DefaultRootObject = '' } = distribution.config;
  const origin = required(
    Origins.find(({ Id }) => Id === behavior.TargetOriginId),
    'origin',
    behavior.TargetOriginId,
  );
  required(bucketOf(origin.DomainName), 'bucket for the origin', origin.DomainName);
  const path = uri === '/' ? `/${DefaultRootObject}` : uri;
  const { method, requestId } = request;
  return fetchFromS3(cloud, distribution, origin, { method, uri: path, headers, requestId });
}

/** The page that the distribution shows instead of an error; the error itself when that page fails too. */
async function customError(serving: Serving, response: HttpResponse): Promise<HttpResponse> {
  const { config } = serving.distribution;
  const custom = config.CustomErrorResponses?.find((one) => Number(one.ErrorCode) === response.status);
  if (custom?.ResponsePagePath === undefined) return response;
  const behavior = behaviorFor(config, custom.ResponsePagePath);
  const page = await fromOrigin(serving, behavior, custom.ResponsePagePath, {});
  if (page.status >= 400) return response;
  return { ...page, status: Number(custom.ResponseCode ?? response.status) };
}

function runFunction(
  { registry, distribution, domainName, request }: Serving,
  { FunctionAssociations = [] }: Behavior,
  eventType: 'viewer-request' | 'viewer-response',
  uri: string,
  response?: HttpResponse,
): ReturnType<ReturnType<typeof functionOf>['run']> | undefined {
  const association = FunctionAssociations.find((one) => one.EventType === eventType);
  if (!association) return undefined;
  const event = functionEvent(distribution, domainName, eventType, request, uri, response);
  return functionOf(registry, association.FunctionARN).run(event);
}

function functionOf(registry: Registry, arn: string) {
  return required(registry.functions.get(arn), 'function', arn);
}

function withCacheStatus(
  { distribution, request }: Serving,
  response: HttpResponse,
  status: string,
): HttpResponse {
  return {
    ...response,
    headers: {
      // Means nothing to a browser; tells the gateway that CORS is this distribution's own business.
      'access-control-expose-headers': '',
      ...response.headers,
      'x-cache': status,
      via: `1.1 ${distribution.id.toLowerCase()}.cloudfront.net (CloudFront)`,
      'x-amz-cf-id': request.requestId,
    },
  };
}

function notAllowed(why: string): HttpResponse {
  const body = `<!DOCTYPE html>\n<title>ERROR: The request could not be satisfied</title>\n<h1>403 ERROR</h1>\n<p>${why}</p>\n`;
  return { status: 403, headers: { 'content-type': 'text/html', 'x-cache': 'Error from cloudfront' }, body };
}
