import type { CloudContext } from '../../core/context.ts';
import { LocalCloudError } from '../../core/errors.ts';
import type { AttachmentTargets } from '../secretsmanager/index.ts';
import { createClusterRegistry, pauseCluster, resumeCluster, type Cluster } from './clusters.ts';
import { createDatabases } from './databases.ts';
import { createEngine, type EngineOptions } from './engine.ts';
import { batchExecuteStatement } from './operations/BatchExecuteStatement.ts';
import { beginTransaction } from './operations/BeginTransaction.ts';
import { commitTransaction } from './operations/CommitTransaction.ts';
import { executeStatement } from './operations/ExecuteStatement.ts';
import { rollbackTransaction } from './operations/RollbackTransaction.ts';
import { dropData } from './postgres/server.ts';
import { dbClusterResource } from './resources/db-cluster.ts';
import { dbInstanceResource } from './resources/db-instance.ts';
import { createTransactions } from './transactions.ts';

/** What the Data API offers to tests, benches and the console beside its wire operations. */
export interface RdsData extends AttachmentTargets {
  /** Puts a cluster with a minimum capacity of 0 to sleep; the next call wakes it and is refused meanwhile. */
  pause(clusterArn: string): void;
  resume(clusterArn: string): void;
  isPaused(clusterArn: string): boolean;
  /** For `pg` or `psql`; the cluster's own database and master user unless told. */
  connectionString(clusterArn: string, database?: string): Promise<string>;
  clusterArns(): string[];
}

export type RdsDataOptions = Partial<EngineOptions>;

const SWEEP_INTERVAL = 10_000;

/** The RDS Data API and the Aurora PostgreSQL clusters of the assembly, on one real Postgres. */
export function createRdsData(cloud: CloudContext, options: RdsDataOptions = {}): RdsData {
  const clusters = createClusterRegistry();
  const databases = createDatabases(cloud);
  const transactions = createTransactions(cloud);
  const engine = createEngine(cloud, clusters, databases, transactions, {
    resumeDelayMs: options.resumeDelayMs ?? 15_000,
    statementTimeoutMs: options.statementTimeoutMs ?? 45_000,
  });
  const sweep = (): void => void cloud.tracker.track(transactions.sweep());
  const timer = setInterval(sweep, SWEEP_INTERVAL).unref();
  const stopListening = cloud.clock.onAdvance(() => {
    sweep();
    // Statements wait for this themselves; here it is for sessions that don't go through us.
    const moved = clusters.list().flatMap((cluster) => [...cluster.databases.values()]);
    for (const database of moved)
      void cloud.tracker.track(databases.syncClock(database) ?? Promise.resolve());
  });

  function cluster(arn: string): Cluster {
    const found = clusters.list().find((one) => one.arn === arn || one.identifier === arn);
    if (found) return found;
    throw new LocalCloudError('UnknownCluster', `There is no DB cluster ${arn}.`, 'See clusterArns().');
  }

  return {
    id: 'rds-data',
    signingName: 'rds-data',
    protocol: {
      kind: 'rest-json',
      paths: {
        '/Execute': 'ExecuteStatement',
        '/BatchExecute': 'BatchExecuteStatement',
        '/BeginTransaction': 'BeginTransaction',
        '/CommitTransaction': 'CommitTransaction',
        '/RollbackTransaction': 'RollbackTransaction',
      },
    },
    operations: {
      BatchExecuteStatement: batchExecuteStatement(cloud, engine),
      BeginTransaction: beginTransaction(cloud, engine),
      CommitTransaction: commitTransaction(cloud, engine),
      ExecuteStatement: executeStatement(cloud, engine),
      RollbackTransaction: rollbackTransaction(cloud, engine),
    },
    resources: [
      dbClusterResource(cloud, clusters, databases),
      dbInstanceResource(cloud, clusters, databases),
    ],
    pause: (arn) => pauseCluster(cluster(arn)),
    resume: (arn) => resumeCluster(cluster(arn)),
    isPaused: (arn) => cluster(arn).pause.paused,
    clusterArns: () => clusters.list().map((one) => one.arn),
    async connectionString(arn, database) {
      const one = cluster(arn);
      const { port } = await databases.server();
      const physical = await databases.physicalName(one, database ?? one.databaseName ?? 'postgres');
      await databases.syncClock(physical);
      const login = `${encodeURIComponent(one.masterRole)}:${encodeURIComponent(one.masterPassword)}`;
      return `postgresql://${login}@127.0.0.1:${port}/${encodeURIComponent(physical)}`;
    },
    connectionMembers(targetType, targetId) {
      const one = cluster(targetId);
      return {
        engine: 'postgres',
        host: '127.0.0.1',
        ...(databases.port() === 0 ? {} : { port: databases.port() }),
        ...(one.databaseName === undefined ? {} : { dbname: one.databaseName }),
        [targetType === 'AWS::RDS::DBCluster' ? 'dbClusterIdentifier' : 'dbInstanceIdentifier']: targetId,
      };
    },
    async stop() {
      clearInterval(timer);
      stopListening();
      await transactions.rollbackAll();
      await databases.stop();
    },
    async reset() {
      await transactions.rollbackAll();
      await databases.stop();
      dropData(cloud.stateFolder('rds-data'));
      for (const one of clusters.list()) {
        one.databases.clear();
        one.masterRole = await databases.ensureRole(one);
        if (one.databaseName !== undefined) await databases.physicalName(one, one.databaseName);
      }
    },
    async inspect() {
      return clusters.list().map(({ masterPassword: _secret, databases: names, ...one }) => ({
        ...one,
        databases: Object.fromEntries(names),
      }));
    },
  };
}
