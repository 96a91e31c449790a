import {
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql16';
import { isObject } from '../data-sources/request.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * What subscribers get of a mutation's result: its selected fields by their names (not aliases). AWSJSON texts are
 * read again, since delivering writes them once more.
 */
export function eventPayload(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLOutputType,
  set: SelectionSetNode | undefined,
  value: unknown,
): unknown {
  if (Array.isArray(value)) return value.map((one) => eventPayload(schema, fragments, type, set, one));
  if (!set || !isObject(value)) {
    const isJson = getNamedType(type).name === 'AWSJSON' && typeof value === 'string';
    return isJson ? JSON.parse(value) : value;
  }
  const payload: Record<string, unknown> = {};
  copy(schema, fragments, type, set, value, payload);
  return payload;
}

function copy(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLOutputType,
  set: SelectionSetNode,
  value: Record<string, unknown>,
  payload: Record<string, unknown>,
): void {
  const named = getNamedType(type);
  // Without it a union or interface could not be told apart by subscribers.
  if (!isObjectType(named) && typeof value.__typename === 'string') payload.__typename = value.__typename;
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const narrowed = inner?.typeCondition ? schema.getType(inner.typeCondition.name.value) : named;
      const next = isObjectType(narrowed) || isInterfaceType(narrowed) ? narrowed : type;
      if (inner) copy(schema, fragments, next, inner.selectionSet, value, payload);
      continue;
    }
    const name = selection.name.value;
    const key = selection.alias?.value ?? name;
    const field = isObjectType(named) || isInterfaceType(named) ? named.getFields()[name] : undefined;
    if (!field || !(key in value)) continue;
    payload[name] = eventPayload(schema, fragments, field.type, selection.selectionSet, value[key]);
  }
}

export function fragmentsOf(definitions: readonly { kind: string }[]): Fragments {
  const fragments = definitions.filter(
    (one) => one.kind === Kind.FRAGMENT_DEFINITION,
  ) as FragmentDefinitionNode[];
  return new Map(fragments.map((one) => [one.name.value, one]));
}
