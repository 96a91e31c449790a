import type { Principal } from '../../../core/principal.ts';
import type { HttpRequest } from '../../../core/service.ts';
import { s3Error } from '../errors.ts';

/** A request for S3, taken apart. */
export interface S3Request {
  readonly method: string;
  /** Empty for the service itself. */
  readonly bucket: string;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly principal: Principal;
  readonly requestId: string;
}

const KEY_BYTES = 1024;

/**
 * Reads bucket and key: from the path, or the bucket from the host (`<bucket>.s3.localhost`, `<bucket>.localhost`).
 * The raw path is what counts, since a key may hold `..` and `//`.
 * Throws KeyTooLongError, or InvalidRequest for a path that isn't valid UTF-8.
 */
export function readRequest(request: HttpRequest): S3Request {
  const path = request.rawPath.replace(/^\/s3(?=\/|$)/, '').slice(1);
  const fromHost = bucketOfHost(request.headers['host'] ?? '');
  const slash = path.indexOf('/');
  const bucket = fromHost ?? decode(slash < 0 ? path : path.slice(0, slash));
  const rawKey = fromHost === undefined ? (slash < 0 ? '' : path.slice(slash + 1)) : path;
  const key = decode(rawKey);
  checkKey(key);
  return {
    method: request.method,
    bucket,
    key,
    query: request.url.searchParams,
    headers: request.headers,
    body: request.body,
    principal: request.principal,
    requestId: request.requestId,
  };
}

export function checkKey(key: string): void {
  const size = Buffer.byteLength(key);
  if (size > KEY_BYTES) throw s3Error('KeyTooLongError', { Size: size, MaxSizeAllowed: KEY_BYTES });
}

function bucketOfHost(host: string): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return /^(.+?)(?:\.s3(?:[.-][a-z0-9-]+)?)?\.localhost$/.exec(name)?.[1]?.replace(/^s3$/, '') || undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw s3Error('InvalidRequest', {}, 'Could not parse the specified URI.');
  }
}
