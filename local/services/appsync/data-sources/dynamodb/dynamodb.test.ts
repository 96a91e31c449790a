import { expect, test } from 'vitest';
import { AwsError } from '../../../../core/errors.ts';
import { recording, through } from '../testing.ts';

const TABLE = { DynamoDBConfig: { TableName: 'T', AwsRegion: 'us-east-1' } };
const ITEM = {
  id: { S: '1' },
  n: { N: '2' },
  set: { SS: ['a'] },
  map: { M: { ok: { BOOL: true }, no: { NULL: true } } },
  list: { L: [{ N: '1.5' }] },
};
const PLAIN = { id: '1', n: 2, set: ['a'], map: { ok: true, no: null }, list: [1.5] };

function dynamo(answers: Record<string, (input: any) => unknown>, request: unknown, vtl = false) {
  const { service, asked } = recording('dynamodb', answers);
  return through(service, 'AMAZON_DYNAMODB', TABLE, request, vtl).then((seen) => ({ ...seen, asked }));
}

test('GetItem, PutItem, UpdateItem, DeleteItem', async () => {
  const key = { id: { S: '1' } };
  const get = await dynamo(
    { GetItem: () => ({ Item: ITEM }) },
    { operation: 'GetItem', key, consistentRead: true },
  );
  expect(get.asked).toEqual([['GetItem', { TableName: 'T', Key: key, ConsistentRead: true }]]);
  expect(get.result).toEqual(PLAIN);
  expect((await dynamo({ GetItem: () => ({}) }, { operation: 'GetItem', key })).result).toBeNull();

  const condition = {
    expression: '#a = :a',
    expressionNames: { '#a': 'a' },
    expressionValues: { ':a': { S: 'x' } },
  };
  const put = await dynamo(
    { PutItem: () => ({}) },
    { operation: 'PutItem', key, attributeValues: { n: { N: '2' } }, condition },
  );
  expect(put.asked[0]![1]).toEqual({
    TableName: 'T',
    Item: { id: { S: '1' }, n: { N: '2' } },
    ConditionExpression: '#a = :a',
    ExpressionAttributeNames: { '#a': 'a' },
    ExpressionAttributeValues: { ':a': { S: 'x' } },
  });
  expect(put.result).toEqual({ id: '1', n: 2 });

  const update = {
    expression: 'SET #n = :n',
    expressionNames: { '#n': 'n' },
    expressionValues: { ':n': { N: '1' } },
  };
  const updated = await dynamo(
    { UpdateItem: () => ({ Attributes: ITEM }) },
    { operation: 'UpdateItem', key, update, condition },
  );
  expect(updated.asked[0]![1]).toMatchObject({
    ReturnValues: 'ALL_NEW',
    UpdateExpression: 'SET #n = :n',
    ExpressionAttributeNames: { '#n': 'n', '#a': 'a' },
    ExpressionAttributeValues: { ':n': { N: '1' }, ':a': { S: 'x' } },
  });
  expect(
    (await dynamo({ DeleteItem: () => ({ Attributes: ITEM }) }, { operation: 'DeleteItem', key })).result,
  ).toEqual(PLAIN);
});

test('a failed condition: an error with the present item in VTL, success when the item already is as wanted', async () => {
  const failing = {
    PutItem: () => {
      throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed');
    },
    GetItem: () => ({ Item: ITEM }),
  };
  const request = {
    operation: 'PutItem',
    key: { id: { S: '1' } },
    attributeValues: { n: { N: '9' } },
    condition: { expression: 'attribute_not_exists(id)' },
  };
  const js = await dynamo(failing, request);
  expect(js.result).toBeNull();
  expect(js.error.type).toBe('DynamoDB:ConditionalCheckFailedException');
  expect(js.error.message).toMatch(
    /^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: [A-Z0-9]{52}\)$/,
  );
  const vtl = await dynamo(failing, { version: '2018-05-29', ...request }, true);
  expect(vtl.result).toEqual(PLAIN);
  const { id: _, ...values } = ITEM;
  const same = await dynamo(failing, { ...request, attributeValues: values });
  expect([same.result, same.error]).toEqual([PLAIN, undefined]);
  const old = await dynamo(failing, { version: '2017-02-28', ...request }, true);
  expect(old.errors).toMatchObject([{ errorType: 'DynamoDB:ConditionalCheckFailedException' }]);
});

test('Query and Scan page with an opaque token', async () => {
  const answers = {
    Query: () => ({ Items: [ITEM], LastEvaluatedKey: { id: { S: '1' } }, ScannedCount: 3 }),
    Scan: () => ({ Items: [] }),
  };
  const query = { expression: 'id = :id', expressionValues: { ':id': { S: '1' } } };
  const filter = { expression: 'n > :n', expressionValues: { ':n': { N: '0' } } };
  const first = await dynamo(answers, {
    operation: 'Query',
    query,
    filter,
    index: 'byN',
    limit: 1,
    scanIndexForward: false,
    nextToken: null,
  });
  expect(first.asked[0]![1]).toEqual({
    TableName: 'T',
    IndexName: 'byN',
    Limit: 1,
    KeyConditionExpression: 'id = :id',
    FilterExpression: 'n > :n',
    ExpressionAttributeValues: { ':id': { S: '1' }, ':n': { N: '0' } },
    ScanIndexForward: false,
  });
  expect(first.result).toEqual({ items: [PLAIN], nextToken: expect.any(String), scannedCount: 3 });
  const second = await dynamo(answers, { operation: 'Scan', nextToken: first.result.nextToken });
  expect(second.asked[0]![1]).toEqual({ TableName: 'T', ExclusiveStartKey: { id: { S: '1' } } });
  expect(second.result).toEqual({ items: [], nextToken: null, scannedCount: 0 });
  const wrong = await dynamo(answers, { operation: 'Scan', nextToken: 'bm8=' });
  expect(wrong.errors[0].message).toBe('Invalid pagination token given.');
});

test('batches keep the order of the keys', async () => {
  const keys = [{ id: { S: '2' } }, { id: { S: '1' } }];
  const get = await dynamo(
    { BatchGetItem: () => ({ Responses: { T: [ITEM] } }) },
    { operation: 'BatchGetItem', tables: { T: { keys } } },
  );
  expect(get.result).toEqual({ data: { T: [null, PLAIN] }, unprocessedKeys: { T: [] } });
  const put = await dynamo(
    { BatchWriteItem: () => ({}) },
    { operation: 'BatchPutItem', tables: { T: [ITEM] } },
  );
  expect(put.asked[0]![1]).toEqual({ RequestItems: { T: [{ PutRequest: { Item: ITEM } }] } });
  expect(put.result).toEqual({ data: { T: [PLAIN] }, unprocessedItems: { T: [] } });
  const gone = await dynamo(
    { BatchWriteItem: () => ({}) },
    { operation: 'BatchDeleteItem', tables: { T: keys } },
  );
  expect(gone.result).toEqual({ data: { T: [{ id: '2' }, { id: '1' }] }, unprocessedKeys: { T: [] } });
});

test('transactions: keys, or the reasons of the cancellation', async () => {
  const key = { id: { S: '1' } };
  const transactItems = [
    {
      table: 'A',
      operation: 'PutItem',
      key,
      attributeValues: { n: { N: '1' } },
      condition: { expression: 'attribute_not_exists(id)' },
    },
    {
      table: 'B',
      operation: 'UpdateItem',
      key,
      update: { expression: 'ADD n :n', expressionValues: { ':n': { N: '1' } } },
    },
    { table: 'B', operation: 'DeleteItem', key: { id: { S: '2' } } },
    {
      table: 'B',
      operation: 'ConditionCheck',
      key: { id: { S: '3' } },
      condition: { expression: 'attribute_exists(id)', returnValuesOnConditionCheckFailure: false },
    },
  ];
  const done = await dynamo(
    { TransactWriteItems: () => ({}) },
    { operation: 'TransactWriteItems', transactItems },
  );
  expect(done.asked[0]![1].TransactItems).toEqual([
    {
      Put: {
        TableName: 'A',
        Item: { n: { N: '1' }, id: { S: '1' } },
        ConditionExpression: 'attribute_not_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    {
      Update: {
        TableName: 'B',
        Key: key,
        UpdateExpression: 'ADD n :n',
        ExpressionAttributeValues: { ':n': { N: '1' } },
      },
    },
    { Delete: { TableName: 'B', Key: { id: { S: '2' } } } },
    {
      ConditionCheck: {
        TableName: 'B',
        Key: { id: { S: '3' } },
        ConditionExpression: 'attribute_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'NONE',
      },
    },
  ]);
  expect(done.result).toEqual({
    keys: [{ id: '1' }, { id: '1' }, { id: '2' }, { id: '3' }],
    cancellationReasons: null,
  });
  const failing = () => {
    throw new AwsError(
      'TransactionCanceledException',
      'Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]',
      {
        extra: {
          CancellationReasons: [
            { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: ITEM },
            { Code: 'None' },
          ],
        },
      },
    );
  };
  const cancelled = await dynamo(
    { TransactWriteItems: failing },
    { operation: 'TransactWriteItems', transactItems },
  );
  expect(cancelled.error.type).toBe('DynamoDB:TransactionCanceledException');
  expect(cancelled.result).toEqual({
    keys: null,
    cancellationReasons: [
      { item: PLAIN, type: 'ConditionalCheckFailed', message: 'The conditional request failed' },
      { item: null, type: 'None', message: null },
    ],
  });
  const read = await dynamo(
    { TransactGetItems: () => ({ Responses: [{ Item: ITEM }, {}] }) },
    {
      operation: 'TransactGetItems',
      transactItems: [
        { table: 'A', key },
        { table: 'B', key },
      ],
    },
  );
  expect(read.result).toEqual({ items: [PLAIN, null], cancellationReasons: null });
});

test('what IAM denies is an error of the data source; what is not covered says so', async () => {
  const denied = {
    Scan: () => {
      throw new AwsError('AccessDeniedException', 'User: x is not authorized');
    },
  };
  expect((await dynamo(denied, { operation: 'Scan' })).error.type).toBe('DynamoDB:DynamoDbException');
  expect((await dynamo({}, { operation: 'Sync' })).errors[0].errorType).toBe('LocalCloud:NotCovered');
});
