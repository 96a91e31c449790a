import {
  BeginTransactionCommand,
  CommitTransactionCommand,
  ExecuteStatementCommand,
  RDSDataClient,
  RollbackTransactionCommand,
} from '@aws-sdk/client-rds-data';
import { databaseTarget, whenAwake } from '../shared/database.ts';
import type { MigrationTransaction } from './apply-migrations.ts';
import { traced } from '../shared/observed.ts';

const client = traced(new RDSDataClient({ maxAttempts: 1 }));
/** A new cluster's writer, or one that slept for more than a day, needs this long. */
const PATIENCE_MS = 180_000;

/** Begins a transaction through the Data API, waiting for a paused cluster. */
export async function beginDataApiTransaction(): Promise<MigrationTransaction> {
  const target = databaseTarget();
  const { resourceArn, secretArn } = target;
  const { transactionId } = await whenAwake(PATIENCE_MS, () =>
    client.send(new BeginTransactionCommand(target)),
  );
  return {
    async execute(sql, values = {}) {
      const result = await client.send(
        new ExecuteStatementCommand({
          ...target,
          transactionId,
          sql,
          // Building an index on a large table takes longer than the Data API's 45 s.
          continueAfterTimeout: true,
          formatRecordsAs: 'JSON',
          parameters: Object.entries(values).map(([name, value]) => ({
            name,
            value: { stringValue: value },
          })),
        }),
      );
      return result.formattedRecords
        ? (JSON.parse(result.formattedRecords) as Record<string, unknown>[])
        : [];
    },
    async commit() {
      await client.send(new CommitTransactionCommand({ resourceArn, secretArn, transactionId }));
    },
    async rollback() {
      await client.send(new RollbackTransactionCommand({ resourceArn, secretArn, transactionId }));
    },
  };
}
