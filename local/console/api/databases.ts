import { LocalCloudError } from '../../core/errors.ts';
import type { RdsData } from '../../services/rds-data/index.ts';
import { listTables } from '../sql/list-tables.ts';
import { readOnly } from '../sql/read-only.ts';
import { readRows } from '../sql/read-rows.ts';
import { runStatement } from '../sql/run-statement.ts';
import { readTexts } from './read-json.ts';
import type { ApiCall } from './routes.ts';

/** What this file reads of the rows that `inspect` of rds-data gives. */
interface InspectedCluster {
  readonly identifier: string;
  readonly arn: string;
  readonly databases: Readonly<Record<string, string>>;
}

/** GET databases: the databases of every cluster, each with its tables and how many rows they have. */
export async function listDatabases({ cloud }: ApiCall): Promise<unknown> {
  const rdsData = cloud.services.find(({ id }) => id === 'rds-data') as RdsData | undefined;
  const clusters = rdsData ? await clustersOf(rdsData) : [];
  const databases = clusters.flatMap((cluster) =>
    Object.keys(cluster.databases).map(async (database) => ({
      cluster: cluster.identifier,
      arn: cluster.arn,
      database,
      paused: rdsData?.isPaused(cluster.arn) ?? false,
      tables: await readOnly(await rdsData!.connectionString(cluster.arn, database), listTables),
    })),
  );
  return await Promise.all(databases);
}

/**
 * GET rows?cluster=ARN&database=&schema=&table=: the first rows of a table, by its primary key.
 * Throws LocalCloudError UnknownDatabase, UnknownTable.
 */
export async function firstRows({ cloud, url }: ApiCall): Promise<unknown> {
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  const address = await addressOf(cloud, asked('cluster'), asked('database'));
  return await readOnly(address, (client) => readRows(client, asked('schema'), asked('table')));
}

/**
 * POST sql with `{ cluster, database, statement }`: runs one statement that only reads.
 * Throws LocalCloudError BadBody, UnknownDatabase, ReadsOnly, SqlError.
 */
export async function runSql({ cloud, request }: ApiCall): Promise<unknown> {
  const asked = await readTexts(request, ['cluster', 'database', 'statement']);
  const address = await addressOf(cloud, asked.cluster, asked.database);
  return await readOnly(address, (client) => runStatement(client, asked.statement));
}

async function addressOf(cloud: ApiCall['cloud'], arn: string, database: string): Promise<string> {
  const rdsData = cloud.context.service<RdsData>('rds-data');
  const clusters = await clustersOf(rdsData);
  const found = clusters.find((cluster) => cluster.arn === arn || cluster.identifier === arn);
  if (!found || !Object.hasOwn(found.databases, database)) {
    throw new LocalCloudError(
      'UnknownDatabase',
      `There is no database «${database}» of a cluster «${arn}».`,
      'GET /console/api/databases lists them.',
    );
  }
  return await rdsData.connectionString(found.arn, database);
}

async function clustersOf(rdsData: RdsData): Promise<readonly InspectedCluster[]> {
  return (await rdsData.inspect?.()) as readonly InspectedCluster[];
}
