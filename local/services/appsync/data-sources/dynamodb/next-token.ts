import { ResolverError } from '../../runtime/evaluator.ts';
import type { AttributeMap } from './target.ts';

/** Wraps `LastEvaluatedKey`; clients must not look inside. */
export function encodeNextToken(key: AttributeMap | undefined): string | null {
  return key ? Buffer.from(JSON.stringify({ version: 3, key })).toString('base64') : null;
}

/** Throws ResolverError for a token that this service did not give out. */
export function decodeNextToken(token: unknown): AttributeMap | undefined {
  if (token === undefined || token === null) return undefined;
  try {
    const found = JSON.parse(Buffer.from(String(token), 'base64').toString('utf8')) as {
      version?: number;
      key?: AttributeMap;
    };
    if (found.version === 3 && found.key) return found.key;
  } catch {
    // told below, in AppSync's words
  }
  throw new ResolverError('Invalid pagination token given.', 'BadRequestException');
}
