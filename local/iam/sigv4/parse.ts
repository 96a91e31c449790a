import { parseTimestamp } from './timestamp.ts';
import type { ParsedSignature, SignedRequest } from './signed-request.ts';
import { fail, type SignatureProblem } from './problems.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** Whether a request is signed at all; a bearer token or an API key is no signature. */
export function isSigned(request: Pick<SignedRequest, 'headers' | 'rawQuery'>): boolean {
  return (
    (request.headers['authorization'] ?? '').startsWith('AWS4-') ||
    /(^|&)X-Amz-(Signature|Credential|Algorithm)=/i.test(request.rawQuery)
  );
}

/** The service in a request's credential scope, without any verification; undefined when unsigned or malformed. */
export function scopedService(
  headers: Readonly<Record<string, string>>,
  rawQuery: string,
): string | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(headers['authorization'] ?? '')?.[1] ??
    new URLSearchParams(rawQuery).get('X-Amz-Credential') ??
    '';
  return credential.split('/')[3];
}

/** Reads a signature's parts. Throws SignatureProblem `incomplete` in AWS's words. */
export function parseSignature(request: SignedRequest): ParsedSignature {
  return request.headers['authorization']?.startsWith('AWS4-')
    ? fromHeader(request, request.headers['authorization'])
    : fromQuery(new URLSearchParams(request.rawQuery));
}

function fromHeader(request: SignedRequest, header: string): ParsedSignature {
  const [algorithm, ...rest] = header.split(/\s+/);
  if (algorithm !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);
  const parts = new Map<string, string>();
  for (const part of rest.join('').split(',')) {
    const equals = part.indexOf('=');
    if (equals > 0) parts.set(part.slice(0, equals), part.slice(equals + 1));
  }
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parts.get(name));
  const timestamp = request.headers['x-amz-date'] ?? dateHeader(request.headers['date']);
  if (missing.length > 0 || timestamp === undefined) {
    const requires = missing.map((name) => `Authorization header requires '${name}' parameter. `).join('');
    const dates = timestamp
      ? ''
      : `Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. `;
    throw incomplete(`${requires}${dates}(Hashed with SHA-256 and encoded with Base64)`);
  }
  return {
    presigned: false,
    ...scope(parts.get('Credential') ?? ''),
    signedHeaders: (parts.get('SignedHeaders') ?? '').toLowerCase().split(';'),
    signature: parts.get('Signature') ?? '',
    timestamp: checkedTimestamp(timestamp),
    sessionToken: request.headers['x-amz-security-token'],
    expires: undefined,
  };
}

function fromQuery(query: URLSearchParams): ParsedSignature {
  const get = (name: string): string => {
    const value = query.get(`X-Amz-${name}`);
    if (!value) throw incomplete(`AWS query-string parameters must include 'X-Amz-${name}'.`);
    return value;
  };
  if (get('Algorithm') !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm'.`);
  const expires = Number(query.get('X-Amz-Expires') ?? '604800');
  if (!Number.isInteger(expires) || expires < 1 || expires > 604800) {
    throw incomplete('X-Amz-Expires must be between 1 and 604800 seconds.');
  }
  return {
    presigned: true,
    ...scope(get('Credential')),
    signedHeaders: get('SignedHeaders').toLowerCase().split(';'),
    signature: get('Signature'),
    timestamp: checkedTimestamp(get('Date')),
    sessionToken: query.get('X-Amz-Security-Token') ?? undefined,
    expires,
  };
}

function scope(credential: string): Pick<ParsedSignature, 'accessKeyId' | 'date' | 'region' | 'service'> {
  const parts = credential.split('/');
  const [accessKeyId = '', date = '', region = '', service = '', terminator] = parts;
  if (parts.length !== 5 || terminator !== 'aws4_request' || !/^\d{8}$/.test(date)) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  return { accessKeyId, date, region, service };
}

function checkedTimestamp(text: string): string {
  if (parseTimestamp(text) === undefined) {
    throw incomplete(
      `Date must be in ISO-8601 'basic format'. Got '${text}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  return text;
}

function dateHeader(value: string | undefined): string | undefined {
  const time = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function incomplete(message: string): SignatureProblem {
  return fail('incomplete', message);
}
