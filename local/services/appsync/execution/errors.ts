import { type GraphQLError, type GraphQLSchema, getLocation, isObjectType } from 'graphql16';
import type { ASTNode } from 'graphql16';
import { AwsError, LocalCloudError } from '../../../core/errors.ts';
import { ResolverError, type ResolverErrorShape } from '../runtime/evaluator.ts';
import { ScalarError } from '../schema/aws-scalars.ts';

/** One entry of `errors` as AppSync writes it. Resolver errors have all members, others only some. */
export interface AppSyncError {
  path: readonly (string | number)[] | null;
  data?: unknown;
  errorType?: string | null;
  errorInfo?: unknown;
  locations: readonly { line: number; column: number; sourceName: null }[] | null;
  message: string;
}

/** AppSync shows the first place only. */
export function locationsOf(node: ASTNode | undefined): AppSyncError['locations'] {
  if (!node?.loc) return null;
  const { line, column } = getLocation(node.loc.source, node.loc.start);
  return [{ line, column, sourceName: null }];
}

export function resolverError(
  error: ResolverErrorShape,
  path: readonly (string | number)[],
  node: ASTNode | undefined,
): AppSyncError {
  return {
    path,
    data: error.data ?? null,
    errorType: error.errorType ?? null,
    errorInfo: error.errorInfo ?? null,
    locations: locationsOf(node),
    message: error.message,
  };
}

/** Turns what graphql-js collected while executing into AppSync's words and shape. */
export function executionError(error: GraphQLError, schema: GraphQLSchema): AppSyncError {
  const { originalError, path = [] } = error;
  const [node] = error.nodes ?? [];
  if (originalError instanceof ResolverError) return resolverError(originalError, path, node);
  if (originalError instanceof ScalarError) {
    return {
      path,
      locations: null,
      message: `Can't serialize value (${slashes(path)}) : ${originalError.message}`,
    };
  }
  if (originalError instanceof LocalCloudError) {
    const { message, code, resolution } = originalError;
    return resolverError(
      { message, errorType: `LocalCloud:${code}`, data: null, errorInfo: { resolution } },
      path,
      node,
    );
  }
  if (originalError instanceof AwsError) {
    const { message, code } = originalError;
    return resolverError({ message, errorType: code, data: null, errorInfo: null }, path, node);
  }
  const message = completionMessage(error.message, path, schema);
  if (message) return { path, locations: null, message };
  return resolverError(
    { message: error.message, errorType: 'InternalFailure', data: null, errorInfo: null },
    path,
    node,
  );
}

/** `/list[0]/name` */
function slashes(path: readonly (string | number)[]): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${part}`)).join('');
}

function completionMessage(
  message: string,
  path: readonly (string | number)[],
  schema: GraphQLSchema,
): string | undefined {
  const nothing = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/.exec(message);
  if (nothing) {
    const type = schema.getType(nothing[1]!);
    const field = isObjectType(type) ? type.getFields()[nothing[2]!] : undefined;
    const named = String(field?.type ?? '').replace(/[[\]!]/g, '');
    return `Cannot return null for non-nullable type: '${named}' within parent '${nothing[1]}' (${slashes(path)})`;
  }
  const builtIn = /^(Int|Float|Boolean|String|ID) cannot represent (?:.*?): (.*)$/s.exec(message);
  if (builtIn)
    return `Can't serialize value (${slashes(path)}) : Expected type '${builtIn[1]}' but was '${javaType(builtIn[2]!)}'.`;
  const enumeration = /^Enum "(\w+)" cannot represent value: "?(.*?)"?$/s.exec(message);
  if (enumeration) {
    return `Can't serialize value (${slashes(path)}) : Invalid input for Enum '${enumeration[1]}'. Unknown value '${enumeration[2]}'`;
  }
  if (message.startsWith('Expected Iterable')) {
    return `Can't resolve value (${slashes(path)}) : type mismatch error, expected type LIST`;
  }
  return undefined;
}

/** The Java class that AppSync would name for a value as graphql-js prints it. */
export function javaType(printed: string): string {
  if (printed.startsWith('"')) return 'String';
  if (printed.startsWith('[')) return 'ArrayList';
  if (printed.startsWith('{')) return 'LinkedHashMap';
  if (printed === 'true' || printed === 'false') return 'Boolean';
  return /^-?\d+$/.test(printed) ? 'BigInteger' : 'Double';
}
