import type { Engine } from './engine.ts';
import { END_OF_KEYS } from './store/item-store.ts';
import { tableArn } from './tables/arn.ts';
import type { Table } from './tables/definition.ts';
import type { AttributeValue, Item } from './values/attribute-value.ts';

const SHOWN_ITEMS = 100;

/** What the console shows of a table. Items are plain JSON; numbers stay text where JSON's would lose digits. */
export interface InspectedTable {
  readonly name: string;
  readonly arn: string;
  readonly itemCount: number;
  readonly bytes: number;
  readonly key: unknown;
  readonly indexes: readonly unknown[];
  readonly timeToLiveAttribute?: string;
  readonly stream?: string;
  readonly items: readonly Record<string, unknown>[];
}

export function inspectTables(engine: Engine): { tables: readonly InspectedTable[] } {
  return { tables: engine.catalog.all().map((table) => inspectTable(engine, table)) };
}

function inspectTable(engine: Engine, table: Table): InspectedTable {
  const { definition, key, indexes } = table;
  const { items: itemCount, bytes } = engine.items.count(table);
  const items: Record<string, unknown>[] = [];
  for (const { item } of engine.items.range(table, undefined, {
    lower: Buffer.alloc(0),
    upper: END_OF_KEYS,
  })) {
    items.push(plainItem(item));
    if (items.length === SHOWN_ITEMS) break;
  }
  return {
    name: definition.TableName,
    arn: tableArn(engine.cloud, definition.TableName),
    itemCount,
    bytes,
    key,
    indexes: indexes.map(({ name, kind, key: indexKey, projected }) => ({
      name,
      kind,
      key: indexKey,
      projected: projected ? [...projected] : 'ALL',
    })),
    timeToLiveAttribute: definition.TimeToLiveAttribute,
    stream: definition.Stream?.Enabled ? definition.Stream.ViewType : undefined,
    items,
  };
}

function plainItem(item: Item): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: AttributeValue): unknown {
  if ('M' in value) return plainItem(value.M);
  if ('L' in value) return value.L.map(plainValue);
  if ('NULL' in value) return null;
  if ('N' in value) return plainNumber(value.N);
  if ('NS' in value) return value.NS.map(plainNumber);
  return Object.values(value)[0];
}

function plainNumber(text: string): number | string {
  return String(Number(text)) === text ? Number(text) : text;
}
