import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { backedUpTable, describeContinuousBackups as describe } from '../tables/continuous-backups.ts';
import { tableOperation } from '../tables/table-operation.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html */
export function describeContinuousBackups(engine: Engine): Operation<unknown> {
  return tableOperation(engine, 'DescribeContinuousBackups', describe, backedUpTable);
}
