import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import type { Connections } from './databases.ts';

export interface Transaction {
  readonly id: string;
  readonly client: PoolClient;
  readonly connections: Connections;
  readonly database: string;
  readonly clusterArn: string;
  readonly startedAt: number;
  lastUsedAt: number;
  busy: boolean;
}

export interface Transactions {
  begin(target: Pick<Transaction, 'connections' | 'database' | 'clusterArn'>): Promise<string>;
  /** Uses a transaction alone. Throws TransactionNotFoundException, or DatabaseErrorException while it is used. */
  use<T>(id: string, clusterArn: string, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Ends it with COMMIT or ROLLBACK; its id is unknown from then on. */
  end(id: string, clusterArn: string, command: 'commit' | 'rollback'): Promise<void>;
  /** Rolls back those that nobody used for three minutes, or that are a day old. */
  sweep(): Promise<void>;
  rollbackAll(): Promise<void>;
}

const IDLE_LIMIT = 3 * 60_000;
const AGE_LIMIT = 24 * 3_600_000;

export function createTransactions(cloud: CloudContext): Transactions {
  const open = new Map<string, Transaction>();

  function find(id: string, clusterArn: string): Transaction {
    const found = open.get(id);
    if (!found || found.clusterArn !== clusterArn || isOver(found)) {
      throw new AwsError('TransactionNotFoundException', `Transaction ${id} is not found`, {
        statusCode: 404,
      });
    }
    return found;
  }

  function isOver({ lastUsedAt, startedAt }: Transaction): boolean {
    const now = cloud.clock.now();
    return now - lastUsedAt > IDLE_LIMIT || now - startedAt > AGE_LIMIT;
  }

  async function use<T>(id: string, arn: string, work: (one: Transaction) => Promise<T>): Promise<T> {
    const transaction = find(id, arn);
    if (transaction.busy)
      throw new AwsError('DatabaseErrorException', 'Transaction is still running a query');
    transaction.busy = true;
    try {
      return await work(transaction);
    } finally {
      transaction.busy = false;
      transaction.lastUsedAt = cloud.clock.now();
    }
  }

  /** The connection goes back to its pool only when the transaction on it has surely ended. */
  async function finish(transaction: Transaction, command: 'commit' | 'rollback'): Promise<string> {
    open.delete(transaction.id);
    try {
      const { command: done } = await transaction.client.query(command);
      transaction.client.release();
      return done;
    } catch (error) {
      transaction.client.release(true);
      throw error;
    }
  }

  async function rollback(all: Transaction[]): Promise<void> {
    await Promise.all(all.map((transaction) => finish(transaction, 'rollback')));
  }

  return {
    use,
    async begin(target) {
      const client = await target.connections.transactions.connect();
      try {
        await client.query('begin');
      } catch (error) {
        client.release(true);
        throw error;
      }
      const id = Buffer.from(`${randomUUID()}${randomUUID()}`).toString('base64');
      const now = cloud.clock.now();
      open.set(id, { ...target, id, client, startedAt: now, lastUsedAt: now, busy: false });
      return id;
    },
    end: (id, arn, command) =>
      use(id, arn, async (transaction) => {
        const done = await finish(transaction, command);
        // Postgres answers COMMIT of a failed transaction with ROLLBACK and no error.
        if (command === 'commit' && done === 'ROLLBACK') {
          throw new AwsError(
            'DatabaseErrorException',
            'ERROR: current transaction is aborted, commands ignored until end of transaction block; SQLState: 25P02',
          );
        }
      }),
    sweep: () => rollback([...open.values()].filter((one) => !one.busy && isOver(one))),
    rollbackAll: () => rollback([...open.values()]),
  };
}
