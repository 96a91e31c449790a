import { notCovered } from './errors.ts';
import type { CoveredProperties } from './resource.ts';

/**
 * Holds a resource's properties to those that its handler covers: what a template asks for must not be ignored in
 * silence. Throws LocalCloudError NotCovered for the first other one.
 */
export function requireCovered(
  type: string,
  properties: Readonly<Record<string, unknown>>,
  covers: CoveredProperties | undefined,
): void {
  if (!covers) return;
  const covered = new Set([covers.honoured, ...Object.values(covers.withoutEffect ?? {})].flat());
  for (const [name, value] of Object.entries(properties)) {
    if (!covered.has(name) && !saysNothing(value)) throw notCovered(`the property ${name} of ${type}`);
  }
}

/** Off, or an empty list or object: as if it were not there. */
function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 'false') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
