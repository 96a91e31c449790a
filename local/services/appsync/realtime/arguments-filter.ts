import { isDeepStrictEqual } from 'node:util';
import { getArgumentValues, type GraphQLField, type FieldNode, Kind } from 'graphql16';
import { isObject } from '../data-sources/request.ts';

/**
 * The arguments that filter a subscription without an enhanced filter. An argument whose variable was not sent
 * counts as null, as in AppSync (aws-appsync-community#36).
 */
export function filterArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const args = getArgumentValues(field, node, variables);
  for (const { name, value } of node.arguments ?? []) {
    if (value.kind === Kind.VARIABLE && !(name.value in args)) args[name.value] = null;
  }
  return args;
}

/** Each argument must equal the payload's field of the same name; null wants no value. */
export function passesArguments(args: Readonly<Record<string, unknown>>, payload: unknown): boolean {
  const fields = isObject(payload) ? payload : {};
  return Object.entries(args).every(([name, wanted]) =>
    isDeepStrictEqual(fields[name] ?? null, wanted ?? null),
  );
}
