import { AwsError } from '../../../core/errors.ts';
import type { HttpRequest, HttpResponse } from '../../../core/service.ts';
import { callerArn } from '../../../iam/access-denied.ts';
import type { S3 } from '../s3.ts';
import { corsHeaders, preflight } from './cors.ts';
import { hostId, renderS3Error } from './error-response.ts';
import { readRequest, type S3Request } from './request.ts';
import { findOperation } from './routes.ts';

/** Answers an HTTP request: routing, the operation, CORS, errors in XML, and a note on the bus. */
export async function handleS3(s3: S3, received: HttpRequest): Promise<HttpResponse> {
  let request: S3Request;
  try {
    request = readRequest(received);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return renderS3Error(error, received.requestId);
  }
  const bucket = request.bucket === '' ? undefined : s3.buckets.find(request.bucket);
  if (request.method === 'OPTIONS') return preflight(request, bucket);
  const response = await s3.cloud.tracker.track(run(s3, request));
  return {
    ...response,
    headers: {
      'x-amz-request-id': request.requestId,
      'x-amz-id-2': hostId(request.requestId),
      ...response.headers,
      ...corsHeaders(request, bucket),
    },
  };
}

async function run(s3: S3, request: S3Request): Promise<HttpResponse> {
  const started = performance.now();
  let name = 'unknown';
  let error: unknown;
  try {
    const operation = findOperation(request);
    name = operation.name;
    return await operation.run(s3, request);
  } catch (thrown) {
    error = thrown;
    // What isn't AWS's own is for the gateway, which logs it.
    if (!(thrown instanceof AwsError)) throw thrown;
    return renderS3Error(thrown, request.requestId);
  } finally {
    s3.cloud.bus.emit('operation', {
      at: s3.cloud.clock.now(),
      requestId: request.requestId,
      service: 's3',
      operation: name,
      principal: callerArn(request.principal, s3.cloud.accountId),
      durationMs: performance.now() - started,
      error: error === undefined ? undefined : String(error),
    });
  }
}
