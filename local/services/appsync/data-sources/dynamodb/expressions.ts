import { isObject, type JsonObject } from '../request.ts';

/** An expression of a request: `{ expression, expressionNames?, expressionValues? }`; undefined when empty. */
export function expressionOf(request: JsonObject, member: string): JsonObject | undefined {
  const found = request[member];
  return isObject(found) && typeof found.expression === 'string' && found.expression !== ''
    ? found
    : undefined;
}

/** The names and values of several expressions in one, as DynamoDB wants them; empty ones are left out. */
export function namesAndValues(...expressions: (JsonObject | undefined)[]): JsonObject {
  const names: JsonObject = {};
  const values: JsonObject = {};
  for (const one of expressions) {
    if (isObject(one?.expressionNames)) Object.assign(names, one.expressionNames);
    if (isObject(one?.expressionValues)) Object.assign(values, one.expressionValues);
  }
  return {
    ...(Object.keys(names).length ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length ? { ExpressionAttributeValues: values } : {}),
  };
}
