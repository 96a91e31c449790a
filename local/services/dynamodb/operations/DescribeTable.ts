import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { describeTable as describe } from '../tables/describe.ts';
import { tableOperation } from '../tables/table-operation.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html */
export function describeTable(engine: Engine): Operation<unknown> {
  return tableOperation(engine, 'DescribeTable', (table) => ({ Table: describe(engine, table, 'ACTIVE') }));
}
