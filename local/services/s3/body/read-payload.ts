import type { S3 } from '../s3.ts';
import type { S3Request } from '../http/request.ts';
import { decodeAwsChunked, isAwsChunked } from './aws-chunked.ts';
import { createChunkSignatures } from './chunk-signatures.ts';

/**
 * The request with its body as the client meant it: without `aws-chunked` framing, and with the trailers among the
 * headers. Throws what `decodeAwsChunked` throws.
 */
export function withPlainBody(s3: S3, request: S3Request): S3Request {
  if (!isAwsChunked(request.headers)) return request;
  const signed = !(request.headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-UNSIGNED-');
  const signatures = signed ? createChunkSignatures(s3.verifyText, request.headers) : undefined;
  const { body, trailers } = decodeAwsChunked(request.body, request.headers, signatures);
  const headers = { ...request.headers, ...trailers };
  const encoding = (headers['content-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'aws-chunked');
  delete headers['content-encoding'];
  if (encoding.length > 0) headers['content-encoding'] = encoding.join(',');
  return { ...request, headers, body };
}
