import { LocalCloudError } from '../../core/errors.ts';
import type { ResourceHandler } from '../../core/resource.ts';
import { NESTED_STACK, type StackDefinition } from '../read/template.ts';
import { inertType } from './inert-types.ts';

export type Handlers = ReadonlyMap<string, ResourceHandler>;

/** The handlers by resource type. Throws when two services provide the same type. */
export function handlersByType(handlers: Iterable<ResourceHandler>): Handlers {
  const byType = new Map<string, ResourceHandler>();
  for (const handler of handlers) {
    for (const type of handler.types) {
      if (byType.has(type)) {
        throw new LocalCloudError('DuplicateHandler', `Two services provide ${type}.`, 'Remove one of them.');
      }
      byType.set(type, handler);
    }
  }
  return byType;
}

/** `Custom::…` and its long name: provided by a function of the assembly. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/**
 * Checks, before anything is applied, that every resource is provided for.
 * Throws one LocalCloudError NotCovered that lists all types that aren't, with their addresses.
 */
export function checkCoverage(root: StackDefinition, handlers: Handlers): void {
  const missing = new Map<string, string[]>();
  const walk = (stack: StackDefinition, path: string): void => {
    for (const [logicalId, resource] of Object.entries(stack.template.Resources)) {
      const address = path === '' ? logicalId : `${path}/${logicalId}`;
      const nested = stack.nested.get(logicalId);
      if (nested) walk(nested, address);
      const covered =
        resource.Type === NESTED_STACK ||
        handlers.has(resource.Type) ||
        isCustomResource(resource.Type) ||
        inertType(resource, logicalId) !== undefined;
      if (!covered) missing.set(resource.Type, [...(missing.get(resource.Type) ?? []), address]);
    }
  };
  walk(root, '');
  if (missing.size === 0) return;
  const list = [...missing].sort().map(([type, addresses]) => `  ${type}: ${addresses.join(', ')}`);
  throw new LocalCloudError(
    'NotCovered',
    `The local cloud does not cover these resource types:\n${list.join('\n')}`,
    'Run the backend against AWS with `npx ampx sandbox`, add a handler under local/services/, or, if a type has no effect on a laptop, a line in local/assembly/deploy/inert-types.ts.',
  );
}
