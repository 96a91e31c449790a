import { validationError } from '../errors.ts';
import type { AttributeValue } from '../values/attribute-value.ts';

/** What an expression is called in error messages. */
export type ExpressionKind =
  | 'UpdateExpression'
  | 'ConditionExpression'
  | 'KeyConditionExpression'
  | 'FilterExpression'
  | 'ProjectionExpression';

/** The names and values that a request's expressions may refer to, and which of them they did. */
export interface ExpressionContext {
  readonly names: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, AttributeValue>;
  readonly used: Set<string>;
}

/** Throws unless every name and value that the request gives occurs in one of its expressions. */
export function checkAllUsed(context: ExpressionContext): void {
  const unused = (keys: Iterable<string>): string[] => [...keys].filter((key) => !context.used.has(key));
  for (const [what, keys] of [
    ['ExpressionAttributeNames', unused(context.names.keys())],
    ['ExpressionAttributeValues', unused(context.values.keys())],
  ] as const) {
    if (keys.length > 0) {
      throw validationError(`Value provided in ${what} unused in expressions: keys: {${keys.join(', ')}}`);
    }
  }
}
