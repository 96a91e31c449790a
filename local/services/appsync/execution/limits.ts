import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql16';
import type { ApiDefinition } from '../api.ts';
import { type AppSyncError, locationsOf } from './errors.ts';

/** AppSync's own limit of nesting. */
const MAX_DEPTH = 75;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Errors for a valid document that nests too deep, or asks for the schema of an API that hides it. */
export function limitErrors(
  document: DocumentNode,
  operations: readonly OperationDefinitionNode[],
  api: ApiDefinition,
): AppSyncError[] {
  const fragments: Fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const limit = api.queryDepthLimit > 0 ? api.queryDepthLimit : MAX_DEPTH;
  return operations.flatMap((operation) => {
    const hidden = api.introspection ? [] : introspectionErrors(operation.selectionSet, fragments);
    if (depthOf(operation.selectionSet, fragments) <= limit) return hidden;
    const message = `Query depth limit exceeded: the maximum query depth is ${limit}.`;
    return [{ path: null, errorType: 'QueryDepthLimitReached', locations: locationsOf(operation), message }];
  });
}

function depthOf(set: SelectionSetNode, fragments: Fragments): number {
  let deepest = 0;
  for (const selection of set.selections) {
    let depth = 0;
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) continue;
      depth = 1 + (selection.selectionSet ? depthOf(selection.selectionSet, fragments) : 0);
    } else {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (inner) depth = depthOf(inner.selectionSet, fragments);
    }
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** With introspection off the types of the schema have no fields, for AppSync as for graphql-java. */
function introspectionErrors(set: SelectionSetNode, fragments: Fragments): AppSyncError[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return inner ? introspectionErrors(inner.selectionSet, fragments) : [];
    }
    const name = selection.name.value;
    if (name !== '__schema' && name !== '__type') return [];
    const type = name === '__schema' ? '__Schema' : '__Type';
    return (selection.selectionSet?.selections ?? []).flatMap((inner) => {
      if (inner.kind !== Kind.FIELD || inner.name.value === '__typename') return [];
      const field = inner.name.value;
      const message = `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined @ '${name}/${field}'`;
      return [{ path: null, locations: locationsOf(inner), message }];
    });
  });
}
