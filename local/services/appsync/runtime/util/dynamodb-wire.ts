import { isRecord, setKey } from './json.ts';

/**
 * A request for a DynamoDB data source with its attribute values as DynamoDB's wire wants them. AppSync's utilities
 * and handlers write numbers as numbers (`{ N: 10 }`) and null as `{ NULL: null }`; AppSync converts both before it
 * calls DynamoDB. Everything else stays as it is, so that DynamoDB itself refuses what is wrong.
 */
export function toDynamoDBWire(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const wired: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(request)) wired[member] = wireMember(member, value);
  return wired;
}

function wireMember(member: string, value: unknown): unknown {
  switch (member) {
    case 'key':
    case 'attributeValues':
      return wireMap(value);
    case 'update':
    case 'condition':
    case 'filter':
    case 'query':
      return isRecord(value) && isRecord(value.expressionValues)
        ? { ...value, expressionValues: wireMap(value.expressionValues) }
        : value;
    case 'tables':
      return isRecord(value) ? mapMembers(value, wireTable) : value;
    case 'transactItems':
      return Array.isArray(value)
        ? value.map((item) => (isRecord(item) ? toDynamoDBWire(item) : item))
        : value;
    default:
      return value;
  }
}

/** A batch's table: its items or keys as a list, or an object with `keys`. */
function wireTable(table: unknown): unknown {
  if (Array.isArray(table)) return table.map(wireMap);
  return isRecord(table) && Array.isArray(table.keys) ? { ...table, keys: table.keys.map(wireMap) } : table;
}

function wireMap(map: unknown): unknown {
  return isRecord(map) ? mapMembers(map, wireValue) : map;
}

function wireValue(value: unknown): unknown {
  return isRecord(value) ? mapMembers(value, wireTyped) : value;
}

function wireTyped(content: unknown, type: string): unknown {
  switch (type) {
    case 'N':
      return typeof content === 'number' ? String(content) : content;
    case 'NS':
      return Array.isArray(content) ? content.map((item) => wireTyped(item, 'N')) : content;
    case 'NULL':
      return content ?? true;
    case 'L':
      return Array.isArray(content) ? content.map(wireValue) : content;
    case 'M':
      return wireMap(content);
    default:
      return content;
  }
}

function mapMembers(
  object: Record<string, unknown>,
  convert: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) setKey(mapped, key, convert(value, key));
  return mapped;
}
