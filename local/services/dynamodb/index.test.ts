import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { INDEXED_THINGS, startDynamoDb, thing } from './testing.ts';

let stateRoot: string;

beforeEach(() => {
  stateRoot = mkdtempSync(join(tmpdir(), 'dynamodb-'));
});

afterEach(() => rmSync(stateRoot, { recursive: true, force: true }));

const WRITER = `
  const { startDynamoDb, thing } = await import(process.argv[1]);
  const db = startDynamoDb({ stateRoot: process.argv[2] });
  await db.createTable();
  for (let at = 0; ; at += 1) {
    await db.run('PutItem', { TableName: 'Things', Item: thing('a', at) });
    process.stdout.write(at + '\\n');
    await new Promise((resolve) => setImmediate(resolve));
  }
`;

test('what was acknowledged outlives a killed process', async () => {
  const testing = new URL('testing.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, testing, stateRoot]);
  let written = '';
  child.stdout.on('data', (data: Buffer) => {
    written += data.toString();
    if (written.split('\n').length > 50) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const acknowledged = Number(written.slice(0, written.lastIndexOf('\n')).split('\n').at(-1));
  expect(acknowledged).toBeGreaterThanOrEqual(49);
  await using db = startDynamoDb({ stateRoot });
  const { Count } = await db.run('Scan', { TableName: 'Things', Select: 'COUNT' });
  expect(Count).toBeGreaterThanOrEqual(acknowledged + 1);
});

test('tables, items, indexes and streams come back after a restart', async () => {
  const stream = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' } };
  let first: string | undefined;
  {
    await using db = startDynamoDb({ stateRoot });
    await db.createTable({ ...INDEXED_THINGS, ...stream });
    await db.run('PutItem', { TableName: 'Things', Item: { ...thing('a'), shelf: { S: 's' } } });
    first = (await db.readStream())[0]?.dynamodb.SequenceNumber;
    await db.run('PutItem', { TableName: 'Things', Item: { ...thing('b'), shelf: { S: 's' } } });
  }
  await using db = startDynamoDb({ stateRoot });
  const since = await db.readStream(first);
  expect(since.map(({ dynamodb }) => dynamodb.Keys)).toEqual([thing('b')]);
  const query = {
    TableName: 'Things',
    IndexName: 'byShelf',
    KeyConditionExpression: 'shelf = :s',
    ExpressionAttributeValues: { ':s': { S: 's' } },
  };
  expect(await db.run('Query', query)).toMatchObject({ Count: 2 });
});

test('reset drops the items and keeps the tables', async () => {
  await using db = startDynamoDb({ stateRoot });
  await db.createTable(INDEXED_THINGS);
  await db.run('PutItem', { TableName: 'Things', Item: { ...thing('a'), shelf: { S: 's' } } });
  await db.service.reset?.();
  expect(await db.run('DescribeTable', { TableName: 'Things' })).toMatchObject({
    Table: { ItemCount: 0, GlobalSecondaryIndexes: [{ ItemCount: 0 }] },
  });
});

test('the console sees tables and items as plain JSON', async () => {
  await using db = startDynamoDb({ stateRoot });
  await db.createTable(INDEXED_THINGS);
  const item = {
    ...thing('a'),
    n: { N: '12345678901234567890' },
    d: { M: { l: { L: [{ NULL: true }, { BOOL: true }] } } },
  };
  await db.run('PutItem', { TableName: 'Things', Item: item });
  const inspected = await db.service.inspect?.();
  expect(JSON.parse(JSON.stringify(inspected))).toMatchObject({
    tables: [
      {
        name: 'Things',
        itemCount: 1,
        key: { hash: { name: 'pk', type: 'S' }, range: { name: 'sk', type: 'N' } },
        indexes: [
          { name: 'byShelf', kind: 'global' },
          { name: 'byPlace', kind: 'local' },
        ],
        items: [{ pk: 'a', sk: 1, n: '12345678901234567890', d: { l: [null, true] } }],
      },
    ],
  });
});

test('what is denied does not happen', async () => {
  await using db = startDynamoDb({
    stateRoot,
    authorize: (principal, { action }) => {
      if (action === 'dynamodb:PutItem') throw new Error('denied');
    },
  });
  await db.createTable();
  const TransactItems = [{ Put: { TableName: 'Things', Item: thing('a') } }];
  await expect(db.run('TransactWriteItems', { TransactItems })).rejects.toThrow('denied');
  expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 0 });
});
