import type { SignedRequest } from './signed-request.ts';

export interface CanonicalOptions {
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
  /** S3 signs the path as it is; all others normalise it and encode it a second time. */
  readonly s3: boolean;
}

/** The text that gets signed (AWS: «Create a signed AWS API request», step 1). */
export function canonicalRequest(request: SignedRequest, options: CanonicalOptions): string {
  const names = [...options.signedHeaders].sort();
  return [
    request.method.toUpperCase(),
    canonicalPath(request.rawPath, options.s3),
    canonicalQuery(request.rawQuery),
    ...names.map((name) => `${name}:${canonicalValue(request.headers[name])}`),
    '',
    names.join(';'),
    options.payloadHash,
  ].join('\n');
}

/** RFC 3986: everything but letters, digits and `-._~`. */
function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalPath(rawPath: string, s3: boolean): string {
  if (s3)
    return (
      rawPath
        .split('/')
        .map((part) => uriEncode(decode(part)))
        .join('/') || '/'
    );
  const parts: string[] = [];
  for (const part of rawPath.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(uriEncode(part));
  }
  const trailing = parts.length > 0 && rawPath.endsWith('/') ? '/' : '';
  return `/${parts.join('/')}${trailing}`;
}

function canonicalQuery(rawQuery: string): string {
  return rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [uriEncode(decode(name)), uriEncode(decode(equals < 0 ? '' : pair.slice(equals + 1)))];
    })
    .filter(([name]) => name !== 'X-Amz-Signature')
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function canonicalValue(value: string | undefined): string {
  return (value ?? '').trim().replace(/\s+/g, ' ');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
