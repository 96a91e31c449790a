import { createTestContext, type TestContext, type TestContextOptions } from '../../core/testing.ts';
import type { StreamReader, StreamRecord } from '../../core/context.ts';
import { createDynamoDb } from './index.ts';

/** DynamoDB on its own, for unit tests. */
export interface TestDynamoDb extends AsyncDisposable {
  readonly cloud: TestContext;
  readonly service: StreamReader;
  /** The records of the stream of `Things` after a sequence number, as an event source mapping reads them. */
  readStream(after?: string): Promise<readonly StreamRecord[]>;
  /** Runs an operation as the gateway would, authorization included. */
  run<Output = Record<string, unknown>>(operation: string, input: unknown): Promise<Output>;
  /** Makes the table `Things` with the key `pk` (S), `sk` (N), or another one as `more` says. */
  createTable(more?: Record<string, unknown>): Promise<void>;
}

export const THINGS = {
  TableName: 'Things',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
};

/** `Things` with a global index on `shelf` and `sk` that holds `note`, and a local index on `place` that holds keys. */
export const INDEXED_THINGS = {
  ...THINGS,
  AttributeDefinitions: [
    ...THINGS.AttributeDefinitions,
    { AttributeName: 'shelf', AttributeType: 'S' },
    { AttributeName: 'place', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byShelf',
      KeySchema: [
        { AttributeName: 'shelf', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['note'] },
    },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: 'byPlace',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'place', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};

export function startDynamoDb(options: TestContextOptions = {}): TestDynamoDb {
  const cloud = createTestContext(options);
  const service = cloud.register(createDynamoDb(cloud));
  async function run<Output>(operation: string, input: unknown): Promise<Output> {
    return await cloud.call<Output>({ kind: 'developer' }, 'dynamodb', operation, input);
  }
  async function latestStream(): Promise<string> {
    const { Table } = await run<{ Table: { LatestStreamArn: string } }>('DescribeTable', {
      TableName: 'Things',
    });
    return Table.LatestStreamArn;
  }
  return {
    cloud,
    service,
    run,
    readStream: async (after) => await service.readStream(await latestStream(), after, 100),
    createTable: async (more = {}) => void (await run('CreateTable', { ...THINGS, ...more })),
    [Symbol.asyncDispose]: () => cloud[Symbol.asyncDispose](),
  };
}

/** The key of a thing. */
export function thing(pk: string, sk: number | string = 1): { pk: { S: string }; sk: { N: string } } {
  return { pk: { S: pk }, sk: { N: String(sk) } };
}
