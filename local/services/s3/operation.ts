import type { HttpResponse } from '../../core/service.ts';
import type { S3Request } from './http/request.ts';
import type { S3 } from './s3.ts';

/** One operation of S3's REST API, in a file of its own under `operations/`. It asks IAM itself. */
export type S3Operation = (s3: S3, request: S3Request) => Promise<HttpResponse> | HttpResponse;

/** An answer in XML. */
export function xmlResponse(body: string, headers: Record<string, string> = {}): HttpResponse {
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, body };
}
