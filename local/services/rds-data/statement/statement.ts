import pg from 'pg';
import type { Session } from '../engine.ts';
import { bindParameter, type BoundValue, type SqlParameter } from './parameters.ts';
import { rewritePlaceholders } from './placeholders.ts';
import { runRaw, type RawResult } from './run.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly BoundValue[];
}

/**
 * A statement as Postgres takes it. A placeholder without a parameter is left without a value: Postgres refuses the
 * statement, as it does behind the Data API. Throws ValidationException for bad parameters.
 */
export function prepareStatement(sql: string, parameters: readonly SqlParameter[]): Statement {
  const { text, names } = rewritePlaceholders(sql);
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const values = names.flatMap((name) => {
    const parameter = byName.get(name);
    return parameter ? [bindParameter(parameter)] : [];
  });
  return { text, values };
}

export async function execute(session: Session, { text, values }: Statement): Promise<RawResult> {
  const { client, connections, inTransaction } = session;
  const { catalog, prepared } = connections;
  try {
    const result = await runRaw(client, text, values, prepared);
    if (result.fields.length === 0) forgetColumns(result.command, catalog);
    return result;
  } catch (error) {
    // Somebody changed a table on another connection: plans by name are outdated, and nothing ran yet.
    const outdated =
      error instanceof pg.DatabaseError && error.message.includes('cached plan must not change');
    if (!outdated || inTransaction) throw error;
    prepared.forget();
    return await runRaw(client, text, values, prepared);
  }
}

function forgetColumns(command: string, catalog: Session['connections']['catalog']): void {
  if (/^(CREATE|ALTER|DROP|DO|CALL)/.test(command)) {
    catalog.columns.clear();
    catalog.types.clear();
  }
}
