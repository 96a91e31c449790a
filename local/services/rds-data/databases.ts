import pg from 'pg';
import type { CloudContext } from '../../core/context.ts';
import { stableId } from '../../core/stable-id.ts';
import type { Cluster } from './clusters.ts';
import { createPreparedNames, type PreparedNames } from './statement/prepared.ts';
import type { CatalogCache } from './statement/columns.ts';
import { startPostgres, type PostgresServer } from './postgres/server.ts';
import { installOverride, setOffset } from './postgres/time-travel.ts';

/** A database as one role sees it. */
export interface Connections {
  readonly pool: pg.Pool;
  readonly transactions: pg.Pool;
  readonly prepared: PreparedNames;
  readonly catalog: CatalogCache;
}

export interface Databases {
  /** Creates or corrects a cluster's master role; returns its name on our Postgres. */
  ensureRole(cluster: Pick<Cluster, 'identifier' | 'masterUsername' | 'masterPassword'>): Promise<string>;
  /** The database's name on our Postgres; creates those that a cluster is born with. */
  physicalName(cluster: Cluster, database: string): Promise<string>;
  connections(database: string, role: string, password: string): Connections;
  /** Brings the time inside the database to the cloud's clock; call before each statement. */
  syncClock(database: string): Promise<void> | undefined;
  cancel(backendPid: number): Promise<void>;
  server(): Promise<PostgresServer>;
  /** 0 before the server was started. */
  port(): number;
  stop(): Promise<void>;
}

/** Everything that is done to our Postgres beside running the callers' statements. */
export function createDatabases(cloud: CloudContext): Databases {
  let started: Promise<PostgresServer> | undefined;
  let port = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const pools = new Map<string, Connections>();
  /** By database: how far its time is ahead, in milliseconds. */
  const offsets = new Map<string, number>();

  async function server(): Promise<PostgresServer> {
    started ??= startPostgres(cloud.stateFolder('rds-data'));
    const running = await started;
    port = running.port;
    return running;
  }

  /** One administrative task at a time: names are claimed and functions replaced without races. */
  function asAdmin<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      const { admin } = await server();
      const client = new pg.Client({ host: '127.0.0.1', port, database, ...admin });
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    };
    const result = queue.then(run, run);
    queue = result.catch(() => undefined);
    return result;
  }

  async function syncNow(database: string): Promise<void> {
    await asAdmin(database, async (client) => {
      const offset = cloud.clock.offset;
      if (offsets.get(database) === offset) return;
      await setOffset(client, offset);
      offsets.set(database, offset);
    });
  }

  return {
    server,
    port: () => port,
    ensureRole: (cluster) =>
      asAdmin('postgres', async (client) => {
        const name = await claim(client, 'role', cluster.masterUsername, cluster.identifier);
        const role = client.escapeIdentifier(name.physical);
        const verb = name.exists ? 'alter' : 'create';
        await client.query(
          `${verb} role ${role} login createdb createrole password ${client.escapeLiteral(cluster.masterPassword)}`,
        );
        if (!name.exists) {
          await client.query(`comment on role ${role} is ${client.escapeLiteral(cluster.identifier)};
            do $$ begin create role rds_superuser; exception when duplicate_object then null; end $$;
            grant pg_monitor, pg_signal_backend, pg_checkpoint to rds_superuser;
            grant rds_superuser to ${role} with admin option`);
        }
        return name.physical;
      }),
    async physicalName(cluster, database) {
      const known = cluster.databases.get(database);
      if (known !== undefined) return known;
      // Others were made by SQL under their own name, or don't exist, which Postgres will say.
      if (database !== cluster.databaseName && database !== 'postgres') return database;
      const physical = await asAdmin('postgres', async (client) => {
        const name = await claim(client, 'database', database, cluster.identifier);
        const escaped = client.escapeIdentifier(name.physical);
        if (!name.exists) {
          await client.query(
            `create database ${escaped} owner ${client.escapeIdentifier(cluster.masterRole)}`,
          );
          await client.query(`comment on database ${escaped} is ${client.escapeLiteral(cluster.identifier)}`);
        }
        return name.physical;
      });
      await asAdmin(physical, (client) => installOverride(client, physical));
      offsets.set(physical, Number.NaN);
      await syncNow(physical);
      cluster.databases.set(database, physical);
      return physical;
    },
    connections(database, role, password) {
      const key = JSON.stringify([port, database, role, password]);
      let found = pools.get(key);
      if (!found) {
        const common = { host: '127.0.0.1', port, database, user: role, password, allowExitOnIdle: true };
        const [pool, transactions] = [
          new pg.Pool({ ...common, max: 12 }),
          new pg.Pool({ ...common, max: 60 }),
        ];
        // A lost idle connection is replaced at the next use; without a listener it would end the process.
        pool.on('error', () => undefined);
        transactions.on('error', () => undefined);
        found = {
          pool,
          transactions,
          prepared: createPreparedNames(),
          catalog: { types: new Map(), columns: new Map() },
        };
        pools.set(key, found);
      }
      return found;
    },
    syncClock(database) {
      const applied = offsets.get(database);
      if (applied === undefined || applied === cloud.clock.offset) return undefined;
      return syncNow(database);
    },
    cancel: (backendPid) =>
      asAdmin('postgres', async (client) => {
        await client.query('select pg_cancel_backend($1)', [backendPid]);
      }),
    async stop() {
      const running = started;
      started = undefined;
      const ending = [...pools.values()].flatMap(({ pool, transactions }) => [
        pool.end(),
        transactions.end(),
      ]);
      pools.clear();
      offsets.clear();
      await Promise.all([...ending, queue]);
      if (running) await (await running).stop();
    },
  };
}

/** Finds a name for what a cluster calls `wanted`: that one, unless another cluster on our Postgres has it. */
async function claim(
  client: pg.Client,
  kind: 'role' | 'database',
  wanted: string,
  owner: string,
): Promise<{ physical: string; exists: boolean }> {
  const [catalog, column] = kind === 'role' ? ['pg_authid', 'rolname'] : ['pg_database', 'datname'];
  for (const physical of [wanted, `${wanted}_${stableId(owner, 6)}`]) {
    const { rows } = await client.query(
      `select shobj_description(oid, $2) as owner from ${catalog} where ${column} = $1`,
      [physical, catalog],
    );
    if (rows.length === 0) return { physical, exists: false };
    if (rows[0].owner === owner) return { physical, exists: true };
  }
  throw new Error(`No free name for the ${kind} ${wanted} of ${owner}`);
}
