import { join } from 'node:path';
import type { CloudFormationCustomResourceHandler } from 'aws-lambda';
import { log } from '../shared/log.ts';
import { applyMigrations } from './apply-migrations.ts';
import { beginDataApiTransaction } from './data-api-transaction.ts';
import { readMigrations } from './read-migrations.ts';
import { respond, type Outcome } from './respond.ts';
import { observed } from '../shared/observed.ts';

/** The custom resource that brings the database's schema to what `sql/migrations` says, during a deploy. */
export const handler: CloudFormationCustomResourceHandler = observed(async (event) => {
  await respond(event, event.RequestType === 'Delete' ? { status: 'SUCCESS' } : await migrate());
});

async function migrate(): Promise<Outcome> {
  try {
    const applied = await applyMigrations(
      readMigrations(join(import.meta.dirname, 'migrations')),
      beginDataApiTransaction,
    );
    log('info', 'Migrations applied.', { applied });
    return { status: 'SUCCESS', data: { Applied: applied.join(',') } };
  } catch (error) {
    log('error', 'Migration failed.', { error });
    return { status: 'FAILED', reason: error instanceof Error ? error.message : String(error) };
  }
}
