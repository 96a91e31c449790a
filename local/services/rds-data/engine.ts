import type { PoolClient } from 'pg';
import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import { openCluster, openTarget, type Target, type TargetInput } from './access.ts';
import type { ClusterRegistry } from './clusters.ts';
import type { Connections, Databases } from './databases.ts';
import { toDataApiError } from './statement/errors.ts';
import type { Transactions } from './transactions.ts';

/** A connection to run statements on, in a transaction of the caller's or on its own. */
export interface Session {
  readonly client: PoolClient;
  readonly connections: Connections;
  readonly inTransaction: boolean;
}

export interface Engine {
  readonly transactions: Transactions;
  target(input: TargetInput): Promise<Target>;
  checkCluster(input: TargetInput): void;
  /** Runs work on a session, in the cloud's time, within the time limit; database errors come in AWS's words. */
  withSession<T>(
    input: TargetInput & { continueAfterTimeout?: boolean },
    work: (session: Session) => Promise<T>,
  ): Promise<T>;
}

export interface EngineOptions {
  readonly resumeDelayMs: number;
  readonly statementTimeoutMs: number;
}

export function createEngine(
  cloud: CloudContext,
  clusters: ClusterRegistry,
  databases: Databases,
  transactions: Transactions,
  options: EngineOptions,
): Engine {
  const { resumeDelayMs, statementTimeoutMs } = options;

  /** Waits for the work, but no longer than the limit; the statement is cancelled unless it may go on. */
  async function limited<T>(client: PoolClient, running: Promise<T>, goesOn: boolean): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<'timeout'>((resolve) => {
      timer = setTimeout(() => resolve('timeout'), statementTimeoutMs);
    });
    try {
      const first = await Promise.race([running.then((value) => ({ value })), timeout]);
      if (first !== 'timeout') return first.value;
    } finally {
      clearTimeout(timer);
    }
    const { processID } = client as PoolClient & { processID: number };
    if (!goesOn) {
      await databases.cancel(processID);
      await running.catch(() => undefined);
    }
    throw new AwsError('StatementTimeoutException', 'Request timed out', {
      extra: { dbConnectionId: processID },
    });
  }

  async function onOwnConnection<T>(
    { connections, database }: Target,
    goesOn: boolean,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    await databases.syncClock(database);
    const client = await connections.pool.connect();
    const running = work({ client, connections, inTransaction: false });
    // Not before the statement has ended, which may be after we answered.
    const released = running.then(
      () => client.release(),
      () => client.release(),
    );
    void cloud.tracker.track(released);
    return await limited(client, running, goesOn);
  }

  return {
    transactions,
    target: (input) => openTarget(cloud, clusters, databases, input, resumeDelayMs),
    checkCluster: (input) => void openCluster(cloud, clusters, input, resumeDelayMs),
    async withSession(input, work) {
      const goesOn = input.continueAfterTimeout ?? false;
      try {
        if (input.transactionId === undefined) {
          return await onOwnConnection(
            await openTarget(cloud, clusters, databases, input, resumeDelayMs),
            goesOn,
            work,
          );
        }
        const { arn } = openCluster(cloud, clusters, input, resumeDelayMs);
        return await transactions.use(input.transactionId, arn, async ({ client, connections, database }) => {
          await databases.syncClock(database);
          return await limited(client, work({ client, connections, inTransaction: true }), goesOn);
        });
      } catch (error) {
        throw toDataApiError(error);
      }
    },
  };
}
