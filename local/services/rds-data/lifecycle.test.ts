import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import pg from 'pg';
import { applyResource } from '../../core/testing.ts';
import { createDatabaseFixture } from './testing.ts';

const count = (table: string): string => `select count(*)::int from ${table}`;

describe('transactions', () => {
  it('commit, roll back, are used by one call at a time, and end after three idle minutes', async () => {
    await using db = await createDatabaseFixture();
    await db.sql('create table t (a int)');
    const begin = async (): Promise<{ transactionId: string }> => db.call('BeginTransaction');

    const kept = await begin();
    await db.sql('insert into t values (1)', [], kept);
    expect((await db.sql(count('t'))).records).toEqual([[{ longValue: 0 }]]);
    expect(await db.call('CommitTransaction', kept)).toEqual({ transactionStatus: 'Transaction Committed' });
    expect((await db.sql(count('t'))).records).toEqual([[{ longValue: 1 }]]);
    await expect(db.call('CommitTransaction', kept)).rejects.toMatchObject({
      code: 'TransactionNotFoundException',
      message: `Transaction ${kept.transactionId} is not found`,
    });

    const failed = await begin();
    await expect(db.sql('insert into t values (1/0)', [], failed)).rejects.toMatchObject({
      message: 'ERROR: division by zero; SQLState: 22012',
    });
    await expect(db.sql('select 1', [], failed)).rejects.toMatchObject({
      message: expect.stringMatching(/25P02$/),
    });
    await expect(db.call('CommitTransaction', failed)).rejects.toMatchObject({
      code: 'DatabaseErrorException',
    });

    const shared = await begin();
    const both = await Promise.allSettled([1, 2].map(() => db.sql('insert into t values (1)', [], shared)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      message: 'Transaction is still running a query',
    });
    expect(await db.call('RollbackTransaction', shared)).toEqual({ transactionStatus: 'Rollback Complete' });

    const idle = await begin();
    await db.sql('insert into t values (1)', [], idle);
    db.cloud.clock.advance(3 * 60_000 + 1);
    await expect(db.sql('select 1', [], idle)).rejects.toMatchObject({
      code: 'TransactionNotFoundException',
    });
    await db.cloud.tracker.settle();
    expect((await db.sql(count('t'))).records).toEqual([[{ longValue: 1 }]]);
  });
});

describe('time', () => {
  it('moves in SQL with the clock, in defaults and in plans made before, for raw sessions too', async () => {
    await using db = await createDatabaseFixture();
    await db.sql('create table t (id int, at timestamptz not null default now())');
    await db.sql('insert into t values (1)');
    const recent = "select id from t where at > now() - interval '1 day' order by id";
    for (let i = 0; i < 3; i += 1) expect((await db.sql(recent)).records).toHaveLength(1);
    const plan = await db.sql('explain (costs off) select * from t where at > now()');
    expect(JSON.stringify(plan.records)).toContain('Filter: (at > pg_catalog.now())');

    db.cloud.clock.advance(2 * 86_400_000);
    await db.sql('insert into t values (2)');
    expect((await db.sql(recent)).records).toEqual([[{ longValue: 2 }]]);
    const { records } = await db.sql(
      'select extract(epoch from clock_timestamp() - pg_catalog.clock_timestamp())::int',
    );
    expect(records).toEqual([[{ longValue: 172_800 }]]);

    const raw = new pg.Client({ connectionString: await db.rds.connectionString(db.resourceArn) });
    await raw.connect();
    const { rows } = await raw.query('select now() - pg_catalog.now() > $1::interval as moved', ['1 day']);
    await raw.end();
    expect(rows).toEqual([{ moved: true }]);
  });
});

describe('a paused cluster', () => {
  it('refuses calls until it is awake', async () => {
    await using db = await createDatabaseFixture();
    const resuming = {
      code: 'DatabaseResumingException',
      message: expect.stringMatching(
        /^The Aurora DB instance db-[A-Z2-7]{26} is resuming after being auto-paused\. Please wait a few seconds and try again\.$/,
      ),
    };
    db.rds.pause(db.resourceArn);
    await expect(db.sql('select 1')).rejects.toMatchObject(resuming);
    db.cloud.clock.advance(14_000);
    await expect(db.sql('select 1')).rejects.toMatchObject(resuming);
    db.cloud.clock.advance(1_500);
    expect((await db.sql('select 1')).records).toHaveLength(1);
    db.rds.pause(db.resourceArn);
    db.rds.resume(db.resourceArn);
    expect((await db.sql('select 1')).records).toHaveLength(1);
  });

  it('must be allowed to pause', async () => {
    await using db = await createDatabaseFixture({
      cluster: { ServerlessV2ScalingConfiguration: { MinCapacity: 0.5 } },
    });
    expect(() => db.rds.pause(db.resourceArn)).toThrow(
      expect.objectContaining({ code: 'ClusterCannotPause' }),
    );
  });
});

describe('statements', () => {
  it('end at the time limit, unless they may go on', async () => {
    await using db = await createDatabaseFixture({ rds: { statementTimeoutMs: 150 } });
    await db.sql('create table t (a int)');
    const slow = 'with s as (select pg_sleep(0.4)) insert into t select 1 from s';
    await expect(db.sql(slow)).rejects.toMatchObject({ code: 'StatementTimeoutException' });
    expect((await db.sql(count('t'))).records).toEqual([[{ longValue: 0 }]]);
    await expect(db.sql(slow, [], { continueAfterTimeout: true })).rejects.toMatchObject({
      code: 'StatementTimeoutException',
    });
    await db.cloud.tracker.settle();
    expect((await db.sql(count('t'))).records).toEqual([[{ longValue: 1 }]]);
  });
});

// Each starts Postgres more than once.
describe('clusters', { timeout: 30_000 }, () => {
  it('with equal names are apart', async () => {
    await using db = await createDatabaseFixture();
    await db.sql('create table only_here (a int)');
    const other = await applyResource(db.rds, 'AWS::RDS::DBCluster', 'Second', {
      DatabaseName: 'app',
      EnableHttpEndpoint: true,
      ManageMasterUserPassword: true,
    });
    const there = {
      resourceArn: other.attributes['DBClusterArn'],
      secretArn: other.attributes['MasterUserSecret.SecretArn'],
    };
    await expect(db.sql('select * from only_here', [], there)).rejects.toMatchObject({
      message: expect.stringMatching(/42P01$/),
    });
    await db.sql('create extension pg_trgm', [], there);
    // The first cluster's secret opens the first cluster alone.
    await expect(db.sql('select 1', [], { ...there, secretArn: db.secretArn })).rejects.toMatchObject({
      code: 'DatabaseErrorException',
      message: expect.stringMatching(/^FATAL: password authentication failed/),
    });
  });

  it('without the HTTP endpoint take no calls', async () => {
    await using db = await createDatabaseFixture({ cluster: { EnableHttpEndpoint: false } });
    await expect(db.sql('select 1')).rejects.toMatchObject({ code: 'HttpEndpointNotEnabledException' });
  });

  it('keep their data over a restart, and lose them by a reset', async () => {
    await using first = await createDatabaseFixture();
    await first.sql('create table t (a int)');
    await first.rds.stop?.();
    await using second = await createDatabaseFixture({ context: { stateRoot: first.cloud.stateRoot } });
    expect((await second.sql(count('t'))).records).toEqual([[{ longValue: 0 }]]);
    await second.rds.reset?.();
    await expect(second.sql(count('t'))).rejects.toMatchObject({ message: expect.stringMatching(/42P01$/) });
  });

  it('lose nothing acknowledged when the process is killed', async () => {
    await using here = await createDatabaseFixture();
    await here.rds.stop?.();
    const script = `
      const { createDatabaseFixture } = await import(${JSON.stringify(new URL('./testing.ts', import.meta.url).href)});
      const db = await createDatabaseFixture({ context: { stateRoot: ${JSON.stringify(here.cloud.stateRoot)} } });
      await db.sql('create table t (a int)');
      await db.sql('insert into t values (1)');
      console.log('acknowledged');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await using again = await createDatabaseFixture({ context: { stateRoot: here.cloud.stateRoot } });
    expect((await again.sql(count('t'))).records).toEqual([[{ longValue: 1 }]]);
  });
});
