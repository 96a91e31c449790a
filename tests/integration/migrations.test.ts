import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { applyMigrations } from '../../functions/migrate/apply-migrations.ts';
import type { Migration } from '../../functions/migrate/read-migrations.ts';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createSql, type RunSql } from '../support/sql.ts';

// What functions/migrate promises, on a real Postgres behind the Data API.

let test: TestCloud;
let sql: RunSql;
let apply: (migrations: readonly Migration[]) => Promise<string[]>;
const before = { ...process.env };

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  sql = await createSql(test.cloud);
  const { outputs } = await test.cloud.outputs();
  const { clusterArn, secretArn, database } = (outputs as any).custom.seed;
  const { accessKeyId, secretAccessKey } = test.cloud.developerCredentials;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: test.cloud.baseUrl,
    AWS_REGION: test.cloud.context.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    DATABASE_CLUSTER_ARN: clusterArn,
    DATABASE_SECRET_ARN: secretArn,
    DATABASE_NAME: database,
  });
  // They make their client when they are loaded.
  const migrate: { applyMigrations: typeof applyMigrations } =
    await import('../../functions/migrate/apply-migrations.ts');
  const { beginDataApiTransaction } = await import('../../functions/migrate/data-api-transaction.ts');
  apply = (migrations) => migrate.applyMigrations(migrations, beginDataApiTransaction);
});
afterAll(async () => {
  process.env = before;
  await test[Symbol.asyncDispose]();
});

const migration = (name: string, ...statements: string[]): Migration => ({
  name,
  checksum: name,
  statements,
});
const applied = async (prefix: string): Promise<string[]> =>
  (await sql(`select name from schema_migrations where name like '${prefix}%' order by name`)).map(
    ({ name }) => name,
  );

it('two deployments at once apply each migration once, and both succeed', async () => {
  const some = [
    // Neither could run twice, and each takes long enough for the other deployment to meet it.
    migration('at_once_1', 'create table at_once (id integer primary key)', 'select pg_sleep(0.3)'),
    migration('at_once_2', 'insert into at_once values (1)', 'select pg_sleep(0.3)'),
    migration('at_once_3', 'alter table at_once add column twice text'),
  ];
  const [first, second] = await Promise.all([apply(some), apply(some)]);
  expect([...first, ...second].toSorted()).toEqual(['at_once_1', 'at_once_2', 'at_once_3']);
  expect(await sql('select id from at_once')).toEqual([{ id: 1 }]);
});

it('a migration with an error in the middle leaves the database as it was, names the statement, and can be mended', async () => {
  const fine = migration('middle_1', 'create table middle (id integer)');
  const broken = migration(
    'middle_2',
    'alter table middle add column half text',
    'alter table middle add colum other text',
    'alter table middle add column last text',
  );
  await expect(apply([fine, broken])).rejects.toThrow(/^middle_2, statement 2: .*syntax error/i);
  const columns = () =>
    sql("select column_name as name from information_schema.columns where table_name = 'middle'");
  expect(await columns()).toEqual([{ name: 'id' }]);
  expect(await applied('middle_')).toEqual(['middle_1']);

  const mended = { ...broken, checksum: 'mended', statements: ['alter table middle add column half text'] };
  expect(await apply([fine, mended])).toEqual(['middle_2']);
  expect(await columns()).toEqual([{ name: 'id' }, { name: 'half' }]);
});

it('a migration that was changed after it had been applied is refused, and what comes after it too', async () => {
  const first = migration('changed_1', 'create table changed (id integer)');
  await apply([first]);
  const next = migration('changed_2', 'drop table changed');
  await expect(apply([{ ...first, checksum: 'other' }, next])).rejects.toThrow(
    'changed_1 was changed after it had been applied. Put its text back and add a new migration.',
  );
  expect(await applied('changed_')).toEqual(['changed_1']);
});

it('a sleeping database is woken and waited for', async () => {
  const rds = test.cloud.context.service<RdsData>('rds-data');
  const [arn] = rds.clusterArns();
  rds.pause(arn!);
  let refusals = 0;
  const stop = test.cloud.bus.on('operation', ({ operation, error }) => {
    if (operation !== 'BeginTransaction' || !error?.includes('Resuming')) return;
    refusals += 1;
    // It takes fifteen seconds; nobody waits for them here.
    if (refusals === 2) test.cloud.clock.advance(16_000);
  });
  expect(await apply([migration('asleep_1', 'create table asleep (id integer)')])).toEqual(['asleep_1']);
  stop();
  expect(refusals).toBe(2);
  expect(rds.isPaused(arn!)).toBe(false);
});
