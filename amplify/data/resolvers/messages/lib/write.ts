import { util, type Context } from '@aws-appsync/utils';

type Values = Record<string, unknown>;

/** What must hold for a write: equal values, and attributes that must be absent. */
interface Expectation {
  equal?: Values;
  absent?: string[];
}

/** One item of a transaction, as the data source takes it. */
export interface Write {
  table: string;
  operation: string;
  key: unknown;
  update?: unknown;
  attributeValues?: unknown;
  condition?: unknown;
}

function condition(expectation: Expectation) {
  const parts: string[] = [];
  const expressionNames: Record<string, string> = {};
  const values: Values = {};
  const equal = expectation.equal ?? {};
  for (const name of Object.keys(equal)) {
    parts.push(`#is_${name} = :is_${name}`);
    expressionNames[`#is_${name}`] = name;
    values[`:is_${name}`] = equal[name];
  }
  for (const name of expectation.absent ?? []) {
    parts.push(`attribute_not_exists(#no_${name})`);
    expressionNames[`#no_${name}`] = name;
  }
  const expression = parts.join(' AND ');
  if (Object.keys(values).length === 0) return { expression, expressionNames };
  return { expression, expressionNames, expressionValues: util.dynamodb.toMapValues(values) };
}

/** Sets attributes of an item, of a transaction. */
export function update(
  table: string,
  key: Values,
  set: Values,
  expectation?: Expectation,
  remove?: string[],
): Write {
  const parts: string[] = [];
  const expressionNames: Record<string, string> = {};
  const values: Values = {};
  for (const name of Object.keys(set)) {
    parts.push(`#${name} = :${name}`);
    expressionNames[`#${name}`] = name;
    values[`:${name}`] = set[name];
  }
  const gone: string[] = [];
  for (const name of remove ?? []) {
    gone.push(`#${name}`);
    expressionNames[`#${name}`] = name;
  }
  const item = {
    table,
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues(key),
    update: {
      expression: `SET ${parts.join(', ')}${gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''}`,
      expressionNames,
      expressionValues: util.dynamodb.toMapValues(values),
    },
  };
  return expectation ? { ...item, condition: condition(expectation) } : item;
}

/** Puts a new item; `absent` names its partition key when there must be none before. */
export function put(table: string, key: Values, attributes: Values, absent?: string): Write {
  const item = {
    table,
    operation: 'PutItem',
    key: util.dynamodb.toMapValues(key),
    attributeValues: util.dynamodb.toMapValues(attributes),
  };
  return absent ? { ...item, condition: condition({ absent: [absent] }) } : item;
}

export function remove(table: string, key: Values): Write {
  return { table, operation: 'DeleteItem', key: util.dynamodb.toMapValues(key) };
}

interface Reason {
  type?: string | null;
  item?: unknown;
}

/** Why a transaction did not happen: for each of its items `failed` when its condition did not hold. */
export interface Refusal {
  failed: boolean;
  /** The item as it is; null when there is none. */
  item: unknown;
}

/**
 * The refusals of a transaction that was cancelled, null when it happened. Everything but an unmet condition or a
 * collision with another transaction ends the request with an error.
 */
export function refusals(ctx: Context): Refusal[] | null {
  if (!ctx.error) return null;
  const { type } = ctx.error;
  if (type.endsWith('TransactionConflictException')) return [];
  if (!type.endsWith('TransactionCanceledException')) busy(type);
  const result = ctx.result as { cancellationReasons?: Reason[] } | null;
  return (result?.cancellationReasons ?? []).map((reason) => {
    const code = reason.type ?? 'None';
    const failed = code.startsWith('ConditionalCheckFailed');
    if (!failed && code !== 'None' && !code.startsWith('TransactionConflict')) busy(code);
    return { failed, item: reason.item ?? null };
  });
}

/** Ends the request with the error for what DynamoDB did not do. What it said goes to nobody. */
export function busy(type: string): void {
  const passing = ['Throttl', 'ProvisionedThroughput', 'RequestLimit', 'TransactionInProgress', 'Conflict'];
  if (passing.some((name) => type.includes(name))) {
    util.error('Messages are very busy right now. Please try again in a moment.', 'Busy');
  }
  util.error('Something went wrong on our side. Please try again.', 'Internal');
}

/**
 * Counts a try that met a change by somebody else; after the last one the client has to try again. Each step of a
 * pipeline can try once: handlers cannot loop over a data source.
 */
export function giveWay(ctx: Context, tries: number): null {
  const count = ((ctx.stash['tries'] as number | undefined) ?? 0) + 1;
  ctx.stash['tries'] = count;
  if (count >= tries) util.error('A lot is happening in this conversation. Please try again.', 'Conflict');
  return null;
}
