import { AwsError } from '../../core/errors.ts';
import { referencesOf } from '../intrinsics/references.ts';
import type { StackDefinition, Template } from '../read/template.ts';

/** Each resource of a template with those that must exist before it. */
export type DependencyGraph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Builds the dependency graph of one template. A nested stack is one node, as for CloudFormation, so that stacks which
 * need each other's outputs are a circle here as they are there.
 */
export function dependencyGraph(template: Template): DependencyGraph {
  const graph = new Map<string, ReadonlySet<string>>();
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    const needed = referencesOf(resource.Properties);
    for (const one of [resource.DependsOn ?? []].flat()) needed.add(one);
    needed.delete(logicalId);
    graph.set(logicalId, new Set([...needed].filter((one) => template.Resources[one] !== undefined)));
  }
  return graph;
}

/**
 * A deterministic order in which each resource comes after what it needs.
 * Throws AwsError ValidationError that names the circle, as CloudFormation does.
 */
export function deploymentOrder(graph: DependencyGraph, stackName: string): readonly string[] {
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (node: string): void => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') throw circle([...path.slice(path.indexOf(node)), node], stackName);
    state.set(node, 'open');
    path.push(node);
    for (const needed of [...(graph.get(node) ?? [])].sort()) visit(needed);
    path.pop();
    state.set(node, 'done');
    order.push(node);
  };
  for (const node of [...graph.keys()].sort()) visit(node);
  return order;
}

/** Checks a stack and all its nested ones, before anything is applied. */
export function checkForCircles(stack: StackDefinition, name: string): void {
  deploymentOrder(dependencyGraph(stack.template), name);
  for (const [logicalId, nested] of stack.nested) checkForCircles(nested, logicalId);
}

function circle(nodes: readonly string[], stackName: string): AwsError {
  return new AwsError(
    'ValidationError',
    `Circular dependency between resources: [${nodes.slice(0, -1).join(', ')}] (in ${stackName}: ${nodes.join(' → ')})`,
  );
}
