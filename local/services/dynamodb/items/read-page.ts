import type { Engine } from '../engine.ts';
import { holds } from '../expressions/evaluate.ts';
import { project } from '../expressions/projection.ts';
import type { Condition, DocumentPath } from '../expressions/syntax.ts';
import { keyOf } from '../keys/key-schema.ts';
import type { KeyRange } from '../store/item-store.ts';
import { projectedItem, type Index, type Table } from '../tables/definition.ts';
import type { Item } from '../values/attribute-value.ts';
import { itemSize } from '../values/size.ts';
import { noUsage, readUnits, type Usage } from './capacity.ts';

/** How many bytes of items a Query or Scan reads at most. */
const PAGE_BYTES = 1024 * 1024;

export interface PageRequest {
  readonly table: Table;
  readonly index?: Index;
  readonly range: KeyRange;
  readonly reverse: boolean;
  readonly limit?: number;
  readonly consistent: boolean;
  readonly filter?: Condition;
  readonly projection?: readonly DocumentPath[];
  readonly countOnly: boolean;
  /** Whether attributes that the index lacks are fetched from the table. */
  readonly wholeItems: boolean;
}

export interface Page {
  readonly Items?: readonly Item[];
  readonly Count: number;
  readonly ScannedCount: number;
  readonly LastEvaluatedKey?: Item;
}

/** Reads a range up to the limit of items or bytes; both count what was read, before the filter. */
export function readPage(engine: Engine, request: PageRequest): { page: Page; usage: Usage } {
  const { table, index, limit, filter, projection } = request;
  const items: Item[] = [];
  let count = 0;
  let scanned = 0;
  let bytes = 0;
  let fetchedUnits = 0;
  let last: Item | undefined;
  let more = false;
  for (const { item, size } of engine.items.range(table, index, request.range, request.reverse)) {
    const entry = index ? projectedItem(item, index) : item;
    const entryBytes = entry === item ? size : itemSize(entry);
    if (scanned > 0 && bytes + entryBytes > PAGE_BYTES) {
      more = true;
      break;
    }
    bytes += entryBytes;
    scanned += 1;
    last = item;
    if (request.wholeItems && entry !== item) fetchedUnits += readUnits(size, request.consistent);
    const shown = request.wholeItems ? item : entry;
    if (!filter || holds(filter, shown)) {
      count += 1;
      if (!request.countOnly) items.push(projection ? project(shown, projection) : shown);
    }
    if (scanned === limit) {
      more = true;
      break;
    }
  }
  return {
    page: {
      ...(!request.countOnly && { Items: items }),
      Count: count,
      ScannedCount: scanned,
      ...(more && last && { LastEvaluatedKey: positionOf(table, index, last) }),
    },
    usage: usageOf(index, readUnits(bytes, request.consistent), fetchedUnits),
  };
}

function positionOf(table: Table, index: Index | undefined, item: Item): Item {
  return { ...(index && keyOf(item, index.key)), ...keyOf(item, table.key) };
}

function usageOf(index: Index | undefined, units: number, fetchedUnits: number): Usage {
  const usage = noUsage();
  usage.table = index ? fetchedUnits : units;
  if (index) (index.kind === 'global' ? usage.global : usage.local).set(index.name, units);
  return usage;
}
