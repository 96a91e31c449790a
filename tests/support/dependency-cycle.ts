import type { FoundResource } from './templates.ts';

/** The logical ids that a value refers to: by Ref, Fn::GetAtt, and inside Fn::Sub. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'Ref') return [String(one)];
    if (key === 'Fn::GetAtt') return [Array.isArray(one) ? String(one[0]) : String(one).split('.')[0]!];
    if (key === 'Fn::Sub') {
      const text = Array.isArray(one) ? String(one[0]) : String(one);
      return [...text.matchAll(/\$\{([^.!}]+)/g)].map((match) => match[1]!).concat(references(one));
    }
    return references(one);
  });
}

/**
 * A circle of resources of one template in which each needs the next, as CloudFormation would refuse it: nested stacks
 * count as resources, with what their parameters are given.
 * @returns the circle's logical ids, the first one again at the end; undefined where there is none
 */
export function dependencyCycle(resources: readonly FoundResource[]): string[] | undefined {
  const known = new Map(resources.map((resource) => [resource.logicalId, resource]));
  const needs = (id: string): string[] => {
    const { Properties, DependsOn = [] } = known.get(id)!;
    return [...[DependsOn].flat(), ...references(Properties)].filter((other) => known.has(other));
  };
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const next of needs(id)) {
      const cycle = visit(next, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of known.keys()) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}
