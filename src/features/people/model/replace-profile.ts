import type { FullProfile } from '../../../lib/data/full-profile.ts';

const isFull = (value: object): value is FullProfile => 'handle' in value && 'followedByMe' in value;

/**
 * Whatever the API answered, with one profile changed wherever it stands in full. What is not touched stays the same
 * object, so that nothing else is drawn again.
 */
export function replaceProfile<T>(data: T, id: string, change: (profile: FullProfile) => FullProfile): T {
  if (typeof data !== 'object' || data === null) return data;
  if (isFull(data)) return data.id === id ? (change(data) as T) : data;
  if (Array.isArray(data)) {
    const items = data.map((item) => replaceProfile(item, id, change));
    return items.some((item, index) => item !== data[index]) ? (items as T) : data;
  }
  let changed: T | undefined;
  for (const [key, value] of Object.entries(data)) {
    const replaced: unknown = replaceProfile(value, id, change);
    if (replaced !== value) changed = { ...(changed ?? data), [key]: replaced };
  }
  return changed ?? data;
}
