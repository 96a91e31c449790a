import { AwsError, LocalCloudError } from '../../../core/errors.ts';
import type { HttpRequest, HttpResponse } from '../../../core/service.ts';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date',
};

export function jsonResponse(
  request: HttpRequest,
  status: number,
  body: unknown,
  more: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: {
      ...more,
      ...CORS,
      'content-type': 'application/json;charset=UTF-8',
      'x-amzn-requestid': request.requestId,
    },
    body: JSON.stringify(body),
  };
}

/** AppSync's body for a request that did not get as far as being executed. */
export function errorResponse(request: HttpRequest, error: unknown): HttpResponse {
  if (error instanceof AwsError) {
    const body = { errors: [{ errorType: error.code, message: error.message }] };
    return jsonResponse(request, error.statusCode, body, { 'x-amzn-errortype': error.code });
  }
  if (error instanceof LocalCloudError) {
    const errorType = `LocalCloud:${error.code}`;
    const { message, resolution } = error;
    return jsonResponse(
      request,
      500,
      { errors: [{ errorType, message, errorInfo: { resolution } }] },
      {
        'x-amzn-errortype': errorType,
      },
    );
  }
  throw error;
}

/** The answer to a browser's preflight request. */
export function preflightResponse(request: HttpRequest): HttpResponse {
  return {
    status: 200,
    headers: {
      ...CORS,
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'access-control-allow-methods': 'GET,POST,OPTIONS',
      'access-control-max-age': '172800',
    },
    body: '',
  };
}
