import { LocalCloudError } from '../../core/errors.ts';
import type { CompiledFunction } from './functions.ts';
import type { Distribution } from './distribution.ts';
import { MANAGED_RESPONSE_HEADERS } from './managed-policies.ts';
import type { ResponseHeadersPolicy } from './response-headers.ts';

/** What the templates made; given again at each start. */
export interface Registry {
  readonly distributions: Map<string, Distribution>;
  readonly responseHeaders: Map<string, ResponseHeadersPolicy>;
  /** By ARN. */
  readonly functions: Map<string, CompiledFunction>;
}

export function createRegistry(): Registry {
  return {
    distributions: new Map(),
    responseHeaders: new Map(MANAGED_RESPONSE_HEADERS),
    functions: new Map(),
  };
}

/** Throws LocalCloudError for a thing that no template made. */
export function required<T>(found: T | undefined, what: string, id: string): T {
  if (found !== undefined) return found;
  throw new LocalCloudError(
    'UnknownResource',
    `CloudFront has no ${what} ${id}.`,
    'Define it in the template.',
  );
}
