import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { backedUpTable, describeContinuousBackups } from '../tables/continuous-backups.ts';
import { changeTable } from '../tables/table-changes.ts';
import { tableOperation } from '../tables/table-operation.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html */
export function updateContinuousBackups(engine: Engine): Operation<unknown> {
  return tableOperation(
    engine,
    'UpdateContinuousBackups',
    (table, request) => {
      request.required('PointInTimeRecoverySpecification');
      const specification = request.structure('PointInTimeRecoverySpecification');
      specification?.required('PointInTimeRecoveryEnabled');
      request.check();
      const PointInTimeRecovery = specification!.boolean('PointInTimeRecoveryEnabled')!;
      return describeContinuousBackups(
        changeTable(engine, table, { ...table.definition, PointInTimeRecovery }),
      );
    },
    backedUpTable,
  );
}
