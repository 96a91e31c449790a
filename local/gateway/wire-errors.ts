import { AwsError, LocalCloudError } from '../core/errors.ts';
import type { AwsService, HttpResponse } from '../core/service.ts';

/** An error ready for the wire. */
export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;
  /** Ours, not the caller's: to be logged. */
  readonly unexpected: boolean;
}

/**
 * Makes an error presentable. What isn't AWS's own error is InternalFailure (500), and what the local cloud doesn't
 * cover is NotCovered (501) with what to do about it.
 */
export function toWireError(error: unknown): WireError {
  if (error instanceof AwsError) {
    const { code, message, statusCode: status, extra } = error;
    return { code, message, status, extra, unexpected: false };
  }
  if (error instanceof LocalCloudError) {
    const status = error.code === 'NotCovered' ? 501 : 500;
    const message = `${error.message} ${error.resolution}`;
    return { code: error.code, message, status, extra: {}, unexpected: true };
  }
  return {
    code: 'InternalFailure',
    message: 'The request processing has failed because of an unknown error, exception or failure.',
    status: 500,
    extra: {},
    unexpected: true,
  };
}

/** Writes an error in the shape of a service's protocol. */
export function renderError(
  service: AwsService | undefined,
  error: WireError,
  requestId: string,
): HttpResponse {
  if (service?.id === 's3') return s3Error(error, requestId);
  if (service?.id === 'appsync') return appsyncError(error, requestId);
  const restJson = service?.protocol.kind === 'rest-json';
  const status = restJson && error.code === 'AccessDeniedException' ? 403 : error.status;
  const type = service?.protocol.kind === 'json' && service.protocol.version === '1.0' ? JSON_1_0 : JSON_1_1;
  return {
    status,
    headers: {
      'content-type': restJson ? 'application/json' : type,
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': error.code,
    },
    body: JSON.stringify({
      __type: `${namespaceOf(service, error)}${error.code}`,
      message: error.message,
      ...error.extra,
    }),
  };
}

export const JSON_1_0 = 'application/x-amz-json-1.0';
export const JSON_1_1 = 'application/x-amz-json-1.1';

/** DynamoDB's errors carry the namespace of its model, or that of the framework for the errors common to all. */
function namespaceOf(service: AwsService | undefined, error: WireError): string {
  if (service?.id !== 'dynamodb') return '';
  if (error.code === 'ValidationException') return 'com.amazon.coral.validate#';
  return COMMON.has(error.code) ? 'com.amazon.coral.service#' : 'com.amazonaws.dynamodb.v20120810#';
}

const COMMON: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'InternalFailure',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'UnknownOperationException',
  'UnrecognizedClientException',
]);

function appsyncError(error: WireError, requestId: string): HttpResponse {
  // AppSync refuses a caller with 401 or 403, where the JSON services say 400.
  const status = error.status === 400 && COMMON.has(error.code) ? 403 : error.status;
  return {
    status,
    headers: {
      'content-type': 'application/json;charset=UTF-8',
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': error.code,
    },
    body: JSON.stringify({ errors: [{ errorType: error.code, message: error.message }] }),
  };
}

function s3Error(error: WireError, requestId: string): HttpResponse {
  const extra = Object.entries(error.extra).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  return {
    status: error.status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>${extra.join('')}<RequestId>${requestId}</RequestId></Error>`,
  };
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
