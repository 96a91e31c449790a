import { attributeOf, type AttributeValue, type Item } from '../values/attribute-value.ts';
import { describePath, type DocumentPath } from './syntax.ts';

/** The value at a path, or undefined when there is none. */
export function valueAt(item: Item, path: DocumentPath): AttributeValue | undefined {
  let value: AttributeValue | undefined = attributeOf(item, path[0] as string);
  for (const step of path.slice(1)) {
    if (value === undefined) return undefined;
    value = child(value, step);
  }
  return value;
}

/** The element of a list or the member of a map; undefined when the value is neither, or has no such part. */
export function child(value: AttributeValue, step: string | number): AttributeValue | undefined {
  if (typeof step === 'number') return 'L' in value ? value.L[step] : undefined;
  return 'M' in value ? attributeOf(value.M, step) : undefined;
}

/** What is wrong with two paths of one expression: one contains the other, or they take a value for map and list. */
export function pathProblem(paths: readonly DocumentPath[]): string | undefined {
  for (const [at, second] of paths.entries()) {
    for (const first of paths.slice(0, at)) {
      const how = relation(first, second);
      if (how) {
        return (
          `Two document paths ${how} with each other; must remove or rewrite one of these paths; ` +
          `path one: ${describePath(first)}, path two: ${describePath(second)}`
        );
      }
    }
  }
  return undefined;
}

function relation(first: DocumentPath, second: DocumentPath): 'overlap' | 'conflict' | undefined {
  for (let at = 0; at < Math.min(first.length, second.length); at += 1) {
    if (typeof first[at] !== typeof second[at]) return 'conflict';
    if (first[at] !== second[at]) return undefined;
  }
  return 'overlap';
}
