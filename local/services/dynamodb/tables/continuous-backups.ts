import { AwsError } from '../../../core/errors.ts';
import type { Engine } from '../engine.ts';
import type { Table } from './definition.ts';

/** The operations on backups have an error of their own for a table that does not exist. */
export function backedUpTable(engine: Engine, tableName: string): Table {
  const table = engine.catalog.find(tableName);
  if (!table) throw new AwsError('TableNotFoundException', `Table not found: ${tableName}`);
  return table;
}

/** Only the setting is kept: nothing is backed up here, and no operation restores. */
export function describeContinuousBackups({ definition }: Table): Record<string, unknown> {
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: {
        PointInTimeRecoveryStatus: definition.PointInTimeRecovery ? 'ENABLED' : 'DISABLED',
      },
    },
  };
}
