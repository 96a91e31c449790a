import type { Permission } from '../../../core/principal.ts';
import type { Engine } from '../engine.ts';
import { indexArn, tableArn } from '../tables/arn.ts';
import { wireStructure } from '../values/wire-value.ts';

/**
 * What a request on items needs: the action on the table or index, with the condition keys `dynamodb:LeadingKeys` (the
 * partition keys that it touches, as far as they can be told) and, within transactions, `dynamodb:EnclosingOperation`.
 */
export function itemPermission(
  engine: Engine,
  action: string,
  target: {
    tableName: string;
    indexName?: string;
    leadingKeys?: readonly (string | undefined)[];
    enclosing?: string;
  },
): Permission {
  const { tableName, indexName, leadingKeys = [], enclosing } = target;
  const leading = new Set(leadingKeys.filter((key) => key !== undefined));
  return {
    action: `dynamodb:${action}`,
    resource: indexName ? indexArn(engine.cloud, tableName, indexName) : tableArn(engine.cloud, tableName),
    context: {
      ...(leading.size > 0 && { 'dynamodb:LeadingKeys': [...leading] }),
      ...(enclosing && { 'dynamodb:EnclosingOperation': enclosing }),
    },
  };
}

/** The partition key's text of an item or key as it was sent; undefined when it or the table is not what it should be. */
export function leadingKey(engine: Engine, tableName: string, item: unknown): string | undefined {
  const schema = engine.catalog.find(tableName)?.key;
  if (!schema || typeof item !== 'object' || item === null) return undefined;
  const value = (item as Record<string, unknown>)[schema.hash.name];
  if (typeof value !== 'object' || value === null) return undefined;
  const text = wireStructure(value, 'AttributeValue')[schema.hash.type];
  return typeof text === 'string' ? text : undefined;
}
