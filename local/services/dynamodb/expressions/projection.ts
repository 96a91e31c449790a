import { attributeOf, type AttributeValue, type Item } from '../values/attribute-value.ts';
import type { ExpressionContext } from './context.ts';
import { pathProblem } from './paths.ts';
import type { DocumentPath } from './syntax.ts';
import { TokenStream } from './token-stream.ts';

/** Reads a ProjectionExpression. Throws ValidationException. */
export function parseProjection(expression: string, context: ExpressionContext): readonly DocumentPath[] {
  const tokens = new TokenStream(expression, 'ProjectionExpression', context);
  const paths: DocumentPath[] = [];
  do paths.push(tokens.path());
  while (tokens.take(','));
  const problem = pathProblem(paths);
  if (problem !== undefined) tokens.note(problem);
  tokens.finish();
  return paths;
}

type Selection = Map<string | number, Selection>;

/** The part of an item that the paths select. List elements move together, as on AWS: `l[3]` alone gives one element. */
export function project(item: Item, paths: readonly DocumentPath[]): Item {
  const root: Selection = new Map();
  for (const path of paths) {
    let at = root;
    for (const step of path) {
      const next: Selection = at.get(step) ?? new Map();
      at.set(step, next);
      at = next;
    }
  }
  return projectMap(item, root);
}

function projectMap(map: Item, selection: Selection): Item {
  const entries: [string, AttributeValue][] = [];
  for (const [step, deeper] of selection) {
    const value = typeof step === 'string' ? attributeOf(map, step) : undefined;
    const projected = value && projectValue(value, deeper);
    if (projected) entries.push([step as string, projected]);
  }
  return Object.fromEntries(entries);
}

function projectValue(value: AttributeValue, selection: Selection): AttributeValue | undefined {
  if (selection.size === 0) return value;
  if ('M' in value) {
    const map = projectMap(value.M, selection);
    return Object.keys(map).length > 0 ? { M: map } : undefined;
  }
  if (!('L' in value)) return undefined;
  const elements: AttributeValue[] = [];
  const indexes = [...selection.keys()].filter((step) => typeof step === 'number').sort((a, b) => a - b);
  for (const index of indexes) {
    const element = value.L[index];
    const projected = element && projectValue(element, selection.get(index)!);
    if (projected) elements.push(projected);
  }
  return elements.length > 0 ? { L: elements } : undefined;
}
