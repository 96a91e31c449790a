import { util, type Context } from '@aws-appsync/utils';
import { toJsonObject } from '@aws-appsync/utils/rds';
import { fail } from './fail.ts';
import { traceId } from './trace-id.ts';

type Value = string | number | boolean | null;

/**
 * One statement of `sql/queries` with its parameters, as the data source takes it. Values never become part of the
 * SQL: they travel beside it to the Data API.
 */
export function statement(sql: string, values: Record<string, Value>) {
  const variableMap: Record<string, Value> = {};
  for (const name of Object.keys(values)) variableMap[`:${name}`] = values[name] as Value;
  return { statements: [sql], variableMap };
}

/** The rows of a statement that ran; a failure ends the request with a typed error. */
export function rows<Row>(ctx: Context): Row[] {
  if (ctx.error) fail(ctx.error.message, traceId(ctx));
  return toJsonObject(ctx.result as string)[0] as Row[];
}

/** A JSON column as the Data API gives it: text. */
export function json<T>(value: unknown): T | null {
  if (!value) return null;
  return (typeof value === 'string' ? JSON.parse(value) : value) as T;
}

/** Who is calling. The schema lets only signed-in people through to resolvers that ask this. */
export function callerId(ctx: Context): string {
  const identity = ctx.identity as { sub?: string } | null;
  if (!identity?.sub) util.unauthorized();
  return identity!.sub as string;
}
