import { UtilError } from '../../util/util-error.ts';
import { toMapValues } from '../../util/dynamodb.ts';
import { isRecord } from '../../util/json.ts';
import { toDynamoDBExpression } from '../../util/transform/dynamodb-expression.ts';

/** What every helper of `@aws-appsync/utils/dynamodb` takes: one object. */
export type Payload = Readonly<Record<string, unknown>>;

/** The payload, or the error of code that passes none. */
export function payloadOf(value: unknown, helper: string): Payload {
  if (!isRecord(value)) throw new UtilError(`Expected ${helper} to be called with an object.`);
  return value;
}

/** A key (or item) as attribute values; missing, it is an error that names what needs it. */
export function attributeValues(value: unknown, what: string): Record<string, unknown> {
  if (!isRecord(value)) throw new UtilError(`Expected ${what} to be an object.`);
  return toMapValues(value);
}

/** The members that were given, null ones left out, since the request's types know no null. */
export function given(payload: Payload, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names
      .filter((name) => payload[name] !== undefined && payload[name] !== null)
      .map((name) => [name, payload[name]]),
  );
}

/**
 * A filter object as an expression under `name`, or nothing for none. Empty maps of values are left out: DynamoDB
 * refuses them.
 */
export function expressionMember(name: string, filter: unknown): Record<string, unknown> {
  if (!isRecord(filter)) return {};
  const { expression, expressionNames, expressionValues } = toDynamoDBExpression(filter);
  if (expression === '') return {};
  return {
    [name]: {
      expression,
      expressionNames,
      ...(Object.keys(expressionValues).length === 0 ? {} : { expressionValues }),
    },
  };
}

/** A list of attribute paths (`id`, `nested.list[1]`) as a projection with a placeholder for each name. */
export function projectionMember(paths: unknown): Record<string, unknown> {
  if (!Array.isArray(paths) || paths.length === 0) return {};
  const names: Record<string, string> = {};
  const expression = paths.map((path) => placeholderPath(String(path), names)).join(', ');
  return { projection: { expression, expressionNames: names } };
}

function placeholderPath(path: string, names: Record<string, string>): string {
  return path
    .split('.')
    .map((step) => {
      const [, name = step, indexes = ''] = /^([^[]*)((?:\[\d+\])*)$/.exec(step) ?? [];
      const known = Object.entries(names).find(([, value]) => value === name)?.[0];
      const placeholder = known ?? `#expName_${Object.keys(names).length + 1}`;
      names[placeholder] = name;
      return placeholder + indexes;
    })
    .join('.');
}
