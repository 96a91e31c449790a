/** Says that what a rule looked at is to go: an element leaves its array, a property becomes null. */
export const REMOVED = Symbol('removed');

/** What becomes of an object that was found: another one, `REMOVED`, or itself when the rule is not about it. */
export type Rule = (node: object) => object | typeof REMOVED;

/**
 * Applies a rule to every object inside a value that came as JSON. What nothing changed in stays the same object, so that
 * only what changed is drawn again.
 *
 * What is about a crud goes with it: an element of an array whose property `activity` was removed (a notification, a
 * report) is removed too.
 */
export function rewrite<T>(value: T, rule: Rule): T | typeof REMOVED {
  if (Array.isArray(value)) return rewriteArray(value, rule) as T;
  if (typeof value !== 'object' || value === null) return value;
  const ruled = rule(value);
  return ruled === REMOVED ? REMOVED : (rewriteProperties(ruled, rule) as T);
}

function rewriteArray(array: readonly unknown[], rule: Rule): readonly unknown[] {
  let changed = false;
  const next: unknown[] = [];
  for (const element of array) {
    const result = rewrite(element, rule);
    const goes = result === REMOVED || lostItsActivity(element, result);
    changed ||= goes || result !== element;
    if (!goes) next.push(result);
  }
  return changed ? next : array;
}

function lostItsActivity(before: unknown, after: unknown): boolean {
  return activityOf(before) !== null && activityOf(after) === null;
}

function activityOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('activity' in value)) return undefined;
  return value.activity;
}

function rewriteProperties(node: object, rule: Rule): object {
  let next: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(node)) {
    const result: unknown = rewrite(value as unknown, rule);
    if (result === value) continue;
    next ??= { ...node };
    next[key] = result === REMOVED ? null : result;
  }
  return next ?? node;
}
