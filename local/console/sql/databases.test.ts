import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabaseFixture, type DatabaseFixture } from '../../services/rds-data/testing.ts';
import { createConsoleFixture, type ConsoleFixture } from '../testing.ts';

let db: DatabaseFixture;
let console: ConsoleFixture;
beforeAll(async () => {
  db = await createDatabaseFixture();
  await db.sql('create table letters (id int primary key, letter text, "Odd name" jsonb)');
  await db.sql(
    'insert into letters select n, chr(64 + n), null from generate_series(1, 26) n order by n desc',
  );
  await db.sql('create table many as select n from generate_series(1, 700) n');
  await db.sql("create view vowels as select * from letters where letter in ('A', 'E')");
  console = await createConsoleFixture({ services: [db.rds] });
}, 60_000);
afterAll(async () => {
  await console[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

const ask = (statement: string) =>
  console.post('sql', { cluster: db.resourceArn, database: 'app', statement });
const rows = (parameters: Record<string, string>) =>
  console.get(
    `rows?${new URLSearchParams({ cluster: db.resourceArn, database: 'app', schema: 'public', ...parameters })}`,
  );

describe('GET databases', () => {
  test('lists tables with their rows', async () => {
    const { body } = await console.get('databases');
    expect(body).toMatchObject([{ arn: db.resourceArn, database: 'app', paused: false }]);
    expect(body[0].tables).toEqual([
      { schema: 'public', name: 'letters', kind: 'table', rows: 26, estimated: false },
      { schema: 'public', name: 'many', kind: 'table', rows: 700, estimated: false },
      { schema: 'public', name: 'vowels', kind: 'view', rows: null, estimated: false },
    ]);
  });

  test('is empty without the service', async () => {
    await using other = await createConsoleFixture();
    expect((await other.get('databases')).body).toEqual([]);
  });
});

describe('GET rows', () => {
  test('answers the first rows by primary key, every value as text', async () => {
    const { body } = await rows({ table: 'letters' });
    expect(body.columns).toEqual([
      { name: 'id', type: 'integer' },
      { name: 'letter', type: 'text' },
      { name: 'Odd name', type: 'jsonb' },
    ]);
    expect(body.rows.slice(0, 2)).toEqual([
      ['1', 'A', null],
      ['2', 'B', null],
    ]);
    expect([body.rows.length, body.truncated]).toEqual([26, false]);
  });

  test('stops after 100', async () => {
    const { body } = await rows({ table: 'many' });
    expect([body.rows.length, body.truncated]).toEqual([100, true]);
  });

  test('refuses what is no table and no database', async () => {
    const bad = await rows({ table: 'letters"; drop table letters; --' });
    expect([bad.status, bad.body.error]).toEqual([400, 'UnknownTable']);
    for (const database of ['postgres', 'constructor', '']) {
      const { status, body } = await rows({ table: 'letters', database });
      expect([status, body.error]).toEqual([400, 'UnknownDatabase']);
    }
    expect((await rows({ table: 'letters', cluster: 'other' })).body.error).toBe('UnknownDatabase');
  });
});

describe('POST sql', () => {
  test.each([
    ['select letter from letters where id = 5;', ['E']],
    ['-- a remark\n/* and one */ with l as (select 1) select * from l', ['1']],
    ['(select 1) union (select 1)', ['1']],
    ["values ('x;y')", ['x;y']],
    ['show transaction_read_only', ['on']],
  ])('runs %s', async (statement, first) => {
    const { status, body } = await ask(statement);
    expect([status, body.rows?.[0]]).toEqual([200, first]);
  });

  test('explains, and stops after 500 rows', async () => {
    expect((await ask('explain analyze select * from many')).body.rows.join()).toContain('Seq Scan');
    const { body } = await ask('table many');
    expect([body.rows.length, body.truncated]).toEqual([500, true]);
  });

  test.each([
    ['delete from letters', 'ReadsOnly'],
    ['commit', 'ReadsOnly'],
    ["copy letters to program 'true'", 'ReadsOnly'],
    ['do $$ begin delete from letters; end $$', 'ReadsOnly'],
    ['', 'BadBody'],
    ['with gone as (delete from letters returning *) select * from gone', 'SqlError'],
    ['explain analyze delete from letters', 'SqlError'],
    ['select 1; delete from letters', 'SqlError'],
    ['select 1; commit; delete from letters', 'SqlError'],
    ['explain select 1; commit; delete from letters', 'SqlError'],
    ['show search_path; commit; delete from letters', 'SqlError'],
    ["select set_config('transaction_read_only', 'off', false)", 'SqlError'],
    ["select nextval('letters')", 'SqlError'],
  ])('refuses %s', async (statement, error) => {
    const { status, body } = await ask(statement);
    expect([status, body.error]).toEqual([400, error]);
    expect(body.message && body.resolution).toBeTruthy();
    expect((await ask('select count(*) from letters')).body.rows).toEqual([['26']]);
  });

  test('says where a mistake is, counted in what was typed', async () => {
    const { body } = await ask('select lettr from letters');
    expect(body.message).toBe('column "lettr" does not exist (SQLSTATE 42703, at character 8)');
    expect(body.resolution).toContain('letters.letter');
  });

  test("goes by the cloud's clock", async () => {
    db.cloud.clock.advance(30 * 24 * 3_600_000);
    const { body } = await ask('select extract(epoch from now()) * 1000');
    expect(Math.abs(Number(body.rows[0][0]) - db.cloud.clock.now())).toBeLessThan(60_000);
  });
});
