import type { HttpRequest, HttpResponse } from '../../core/service.ts';
import type { Distribution } from './distribution.ts';
import type { EventValues, FunctionEvent, FunctionRequest, FunctionResponse } from './functions.ts';

/** The event that a function gets. @see the CloudFront developer guide, «CloudFront Functions event structure» */
export function functionEvent(
  distribution: Distribution,
  domainName: string,
  eventType: string,
  request: HttpRequest,
  uri: string,
  response?: HttpResponse,
): FunctionEvent {
  const { cookie: cookie = '', ...headers } = request.headers;
  return {
    version: '1.0',
    context: {
      distributionDomainName: domainName,
      distributionId: distribution.id,
      eventType,
      requestId: request.requestId,
    },
    viewer: { ip: '127.0.0.1' },
    request: {
      method: request.method,
      uri,
      querystring: toValues([...request.url.searchParams]),
      headers: toValues(Object.entries(headers)),
      cookies: toValues(cookie.split(/;\s*/).filter(Boolean).map(splitCookie)),
    },
    ...(response
      ? {
          response: {
            statusCode: response.status,
            headers: toValues(Object.entries(response.headers ?? {})),
          },
        }
      : {}),
  };
}

/** Whether a function answered the request itself. */
export function isResponse(result: FunctionRequest | FunctionResponse): result is FunctionResponse {
  return 'statusCode' in result;
}

export function toHttpResponse({ statusCode, headers = {}, body }: FunctionResponse): HttpResponse {
  const text = typeof body === 'object' ? body.data : body;
  const encoding = typeof body === 'object' && body.encoding === 'base64' ? 'base64' : 'utf8';
  const bytes = Buffer.from(text ?? '', encoding);
  return { status: statusCode, headers: fromValues(headers), body: bytes };
}

export function fromValues(values: EventValues): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name.toLowerCase(), value]));
}

function toValues(pairs: readonly (readonly [string, string])[]): EventValues {
  const values: EventValues = {};
  for (const [name, value] of pairs) {
    const before = values[name];
    if (!before) values[name] = { value };
    else
      values[name] = {
        ...before,
        multiValue: [...(before.multiValue ?? [{ value: before.value }]), { value }],
      };
  }
  return values;
}

function splitCookie(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
