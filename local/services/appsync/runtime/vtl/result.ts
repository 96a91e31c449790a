import { ResolverError } from '../evaluator.ts';

/**
 * What a request template rendered, as JSON. Throws ResolverError MappingTemplate in AppSync's words when it is none.
 */
export function parseRequestText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ResolverError(parseMessage(text, cause), 'MappingTemplate');
  }
}

/** What a response template rendered, as JSON; nothing at all is null. Throws as `parseRequestText`. */
export function parseResponseText(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (isTrailing(cause)) throw new ResolverError(TRAILING, 'MappingTemplate');
    throw new ResolverError(`Unable to convert ${text} to Object.`, 'MappingTemplate');
  }
}

/** `#return(value)`: a text that holds JSON (`$util.toJson(...)`) counts as what it holds. */
export function parseReturned(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const TRAILING = 'Trailing characters at the end of the JSON string are not allowed.';

function isTrailing(cause: unknown): boolean {
  return cause instanceof Error && /after JSON/.test(cause.message);
}

function parseMessage(text: string, cause: unknown): string {
  if (isTrailing(cause)) return TRAILING;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return `Unable to parse the JSON document: '${detail}\n at [Source: (String)"${text}"]'`;
}
