import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { describeTable } from '../tables/describe.ts';
import { deleteTable as drop } from '../tables/table-changes.ts';
import { tableOperation } from '../tables/table-operation.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html */
export function deleteTable(engine: Engine): Operation<unknown> {
  return tableOperation(engine, 'DeleteTable', (table) => {
    const description = describeTable(engine, table, 'DELETING');
    drop(engine, table);
    return { TableDescription: description };
  });
}
