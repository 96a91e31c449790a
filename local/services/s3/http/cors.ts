import type { HttpResponse } from '../../../core/service.ts';
import { s3Error } from '../errors.ts';
import type { Bucket } from '../store/buckets.ts';
import type { CorsRule } from '../store/bucket-config.ts';
import { renderS3Error } from './error-response.ts';
import type { S3Request } from './request.ts';

/**
 * Answers a preflight by the bucket's rules, as AWS would: what isn't allowed there isn't allowed here.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html
 */
export function preflight(request: S3Request, bucket: Bucket | undefined): HttpResponse {
  const origin = request.headers['origin'];
  const method = request.headers['access-control-request-method'];
  const asked = splitList(request.headers['access-control-request-headers'] ?? '');
  const refuse = (code: 'AccessForbidden' | 'BadRequest', message: string): HttpResponse => {
    const extra =
      code === 'BadRequest' ? {} : { Method: method, ResourceType: request.key === '' ? 'BUCKET' : 'OBJECT' };
    const error = renderS3Error(s3Error(code, extra, message), request.requestId);
    return { ...error, headers: { ...error.headers, ...DECIDED } };
  };
  if (origin === undefined)
    return refuse('BadRequest', 'Insufficient information. Origin request header needed.');
  if (method === undefined) return refuse('BadRequest', 'Invalid Access-Control-Request-Method: null');
  if (!bucket || bucket.config.cors.length === 0) {
    return refuse('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.');
  }
  const rule = bucket.config.cors.find(
    (one) => fits(one, origin, method) && asked.every((name) => allowsHeader(one, name)),
  );
  if (!rule) {
    return refuse(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    );
  }
  return {
    status: 200,
    headers: {
      ...ruleHeaders(rule, origin),
      ...(asked.length > 0 ? { 'access-control-allow-headers': asked.join(', ') } : {}),
      ...(rule.maxAgeSeconds === undefined ? {} : { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    },
  };
}

/** The CORS headers of an answer, by the bucket's rules. */
export function corsHeaders(request: S3Request, bucket: Bucket | undefined): Record<string, string> {
  const origin = request.headers['origin'];
  if (origin === undefined) return {};
  const rule = bucket?.config.cors.find((one) => fits(one, origin, request.method));
  return rule ? ruleHeaders(rule, origin) : DECIDED;
}

/**
 * Means nothing to a browser. It tells the gateway that CORS is decided, so that it doesn't let every local page in where
 * the bucket's rules don't.
 */
const DECIDED = { 'access-control-expose-headers': '' };

function fits(rule: CorsRule, origin: string, method: string): boolean {
  return (
    rule.allowedMethods.includes(method) && rule.allowedOrigins.some((pattern) => wildcard(pattern, origin))
  );
}

function allowsHeader(rule: CorsRule, name: string): boolean {
  return rule.allowedHeaders.some((pattern) => wildcard(pattern.toLowerCase(), name));
}

function ruleHeaders(rule: CorsRule, origin: string): Record<string, string> {
  const anybody = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': anybody ? '*' : origin,
    ...(anybody ? {} : { 'access-control-allow-credentials': 'true' }),
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(rule.exposedHeaders.length > 0
      ? { 'access-control-expose-headers': rule.exposedHeaders.join(', ') }
      : {}),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** At most one star, which stands for anything. */
function wildcard(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}
