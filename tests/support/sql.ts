import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';
import type { LocalCloud } from '../../local/cloud.ts';

/** Runs one statement with the developer's rights, past GraphQL: to arrange what no client can, and to look. */
export type RunSql = <Row = Record<string, any>>(
  sql: string,
  values?: Record<string, string>,
) => Promise<Row[]>;

export async function createSql(cloud: LocalCloud): Promise<RunSql> {
  const { outputs } = await cloud.outputs();
  const { clusterArn, secretArn, database } = (outputs as any).custom.seed;
  const client = new RDSDataClient({
    region: cloud.context.region,
    endpoint: cloud.baseUrl,
    credentials: cloud.developerCredentials,
  });
  return async (sql, values = {}) => {
    const { formattedRecords } = await client.send(
      new ExecuteStatementCommand({
        resourceArn: clusterArn,
        secretArn,
        database,
        sql,
        formatRecordsAs: 'JSON',
        parameters: Object.entries(values).map(([name, stringValue]) => ({ name, value: { stringValue } })),
      }),
    );
    return formattedRecords ? JSON.parse(formattedRecords) : [];
  };
}
