import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';
import { GetCallerIdentityCommand, AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBus } from '../core/bus.ts';
import { createClock } from '../core/clock.ts';
import { AwsError } from '../core/errors.ts';
import type { AwsService, Operation } from '../core/service.ts';
import { createTracker } from '../core/tracker.ts';
import { createIam, type Iam } from '../iam/create-iam.ts';
import { createSts } from '../services/sts/index.ts';
import { startGateway, type Gateway } from './server.ts';
import { createServiceRegistry } from './service-registry.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/T';
let gateway: Gateway;
let iam: Iam;
const logged: string[] = [];
const clock = createClock();
const bus = createBus();

const getItem: Operation<{ TableName: string }> = {
  authorize: ({ TableName }) => [{ action: 'dynamodb:GetItem', resource: TABLE.replace(/T$/, TableName) }],
  run: ({ TableName }) => ({ Item: { name: { S: TableName } } }),
};
const listTables: Operation = {
  authorize: 'public',
  run() {
    throw new AwsError('ResourceInUseException', 'busy', { extra: { Hint: 1 } });
  },
};
const execute: Operation = {
  authorize: () => [{ action: 'rds-data:ExecuteStatement', resource: 'arn:cluster' }],
  run() {
    throw new Error('a bug, with secrets in it');
  },
};
const toys: AwsService[] = [
  {
    id: 'dynamodb',
    signingName: 'dynamodb',
    protocol: { kind: 'json', version: '1.0', targetPrefix: 'DynamoDB_20120810' },
    operations: { GetItem: getItem as Operation, ListTables: listTables },
    resources: [],
  },
  {
    id: 'rds-data',
    signingName: 'rds-data',
    protocol: { kind: 'rest-json', paths: { '/Execute': 'ExecuteStatement' } },
    operations: { ExecuteStatement: execute },
    resources: [],
  },
];

beforeAll(async () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'gateway-'));
  iam = createIam({ accountId: '000000000000', region: 'us-east-1', clock, stateFolder });
  const statement = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE };
  const trust = {
    Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  };
  const inline = new Map([['p', { Version: '2012-10-17', Statement: statement }]]);
  iam.roles.putRole({ name: 'reader', path: '/', trust, inline, managedPolicyArns: [] });
  gateway = await startGateway(0, (line) => logged.push(line));
  gateway.open({
    registry: createServiceRegistry([...toys, createSts(iam)]),
    context: { bus, clock, tracker: createTracker(), iam, accountId: '000000000000' },
    signatures: iam.signatures,
  });
});
afterAll(() => gateway.close());

const region = 'us-east-1';
const developer = () => ({
  endpoint: `${gateway.baseUrl}/dynamodb`,
  region,
  credentials: iam.developerCredentials,
  maxAttempts: 1,
});
function asReader() {
  const { accessKeyId, secretAccessKey, sessionToken } = iam.issueCredentials({
    kind: 'role',
    roleArn: 'arn:aws:iam::000000000000:role/reader',
    sessionName: 'test',
  });
  return { accessKeyId, secretAccessKey, sessionToken };
}
const get = new GetItemCommand({ TableName: 'T', Key: { a: { S: 'b' } } });

describe('through the real SDK', () => {
  test.each(['/dynamodb', ''])('finds the service at %j', async (path) => {
    const client = new DynamoDBClient({ ...developer(), endpoint: `${gateway.baseUrl}${path}` });
    expect((await client.send(get)).Item).toEqual({ name: { S: 'T' } });
  });

  test('checks the role’s policies', async () => {
    const client = new DynamoDBClient({ ...developer(), credentials: asReader() });
    expect((await client.send(get)).Item).toEqual({ name: { S: 'T' } });
    const other = client.send(new GetItemCommand({ TableName: 'Other', Key: { a: { S: 'b' } } }));
    await expect(other).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::000000000000:assumed-role/reader/test is not authorized to perform: dynamodb:GetItem on resource: ${TABLE.replace(/T$/, 'Other')} because no identity-based policy allows the dynamodb:GetItem action`,
      $metadata: { httpStatusCode: 400, requestId: expect.any(String) },
    });
    expect(bus.recent('operation').at(-1)).toMatchObject({
      service: 'dynamodb',
      operation: 'GetItem',
      error: expect.stringContaining('AccessDenied'),
    });
  });

  test('refuses foreign keys and wrong secrets', async () => {
    const stranger = { accessKeyId: 'AKIASOMEBODYELSE0000', secretAccessKey: 'x' };
    await expect(
      new DynamoDBClient({ ...developer(), credentials: stranger }).send(get),
    ).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    const wrong = { ...iam.developerCredentials, secretAccessKey: 'x' };
    await expect(new DynamoDBClient({ ...developer(), credentials: wrong }).send(get)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });

  test('errors carry code, message and members', async () => {
    const client = new DynamoDBClient(developer());
    await expect(client.send(new ListTablesCommand())).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: 'busy',
    });
    await expect(client.send(new PutItemCommand({ TableName: 'T', Item: {} }))).rejects.toMatchObject({
      name: 'NotCovered',
      $metadata: { httpStatusCode: 501 },
    });
  });

  test('a bug is InternalFailure, logged but not told', async () => {
    const client = new RDSDataClient({ ...developer(), endpoint: `${gateway.baseUrl}/rds-data` });
    const statement = client.send(
      new ExecuteStatementCommand({ resourceArn: 'a', secretArn: 'b', sql: 'c' }),
    );
    await expect(statement).rejects.toMatchObject({
      name: 'InternalFailure',
      message: expect.not.stringContaining('secrets'),
    });
    expect(logged.at(-1)).toContain('a bug, with secrets in it');
  });

  test('STS', async () => {
    const sts = new STSClient({ ...developer(), endpoint: `${gateway.baseUrl}/sts` });
    expect(await sts.send(new GetCallerIdentityCommand())).toMatchObject({
      Account: '000000000000',
      Arn: expect.stringContaining('user/developer'),
    });
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::000000000000:role/reader', RoleSessionName: 'me' }),
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    expect((await new DynamoDBClient({ ...developer(), credentials }).send(get)).Item).toBeDefined();
    const asItself = new STSClient({ ...developer(), endpoint: `${gateway.baseUrl}/sts`, credentials });
    await expect(
      asItself.send(
        new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::000000000000:role/reader', RoleSessionName: 'me' }),
      ),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('on the wire', () => {
  const post = (headers: Record<string, string>, body = '{}', path = '/dynamodb/') =>
    fetch(`${gateway.baseUrl}${path}`, { method: 'POST', headers, body });
  const target = (name: string) => ({ 'x-amz-target': `DynamoDB_20120810.${name}` });

  test.each<[string, () => Promise<Response>, number, string]>([
    [
      'unsigned',
      () => post(target('GetItem'), '{"TableName":"T"}'),
      400,
      'com.amazon.coral.service#MissingAuthenticationTokenException',
    ],
    [
      'no such operation',
      () => post(target('Nonsense')),
      400,
      'com.amazon.coral.service#UnknownOperationException',
    ],
    [
      'another service’s target',
      () => post({ 'x-amz-target': 'Other.GetItem' }),
      400,
      'com.amazon.coral.service#UnknownOperationException',
    ],
    [
      'an inherited name',
      () => post(target('toString')),
      400,
      'com.amazon.coral.service#UnknownOperationException',
    ],
    [
      'broken JSON',
      () => post(target('ListTables'), '{'),
      400,
      'com.amazon.coral.service#SerializationException',
    ],
    [
      'a JSON list',
      () => post(target('ListTables'), '[]'),
      400,
      'com.amazon.coral.service#SerializationException',
    ],
    ['nobody’s path', () => post({}, '', '/nothing'), 404, 'UnknownOperationException'],
  ])('%s', async (_name, send, status, type) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(((await response.json()) as { __type: string }).__type).toBe(type);
  });

  test('preflights of local pages are answered, those of others not', async () => {
    const preflight = (origin: string) =>
      fetch(`${gateway.baseUrl}/dynamodb/`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-headers': 'x-amz-target,authorization' },
      });
    const local = await preflight('http://localhost:5173');
    expect(local.status).toBe(204);
    expect(local.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(local.headers.get('access-control-allow-headers')).toBe('x-amz-target,authorization');
    const elsewhere = await preflight('https://example.com');
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a page from elsewhere is refused, also where it needs no preflight', async () => {
    const headers = { 'content-type': 'text/plain', origin: 'https://example.com' };
    const answer = await fetch(`${gateway.baseUrl}/rds-data/Execute`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    expect(answer.status).toBe(403);
    expect((await fetch(gateway.baseUrl, { headers: { origin: 'null' } })).status).toBe(403);
  });

  test('a body without a length is answered when it is too large', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    const { port } = new URL(gateway.baseUrl);
    const sending = httpRequest(
      { host: '127.0.0.1', port, path: '/dynamodb/', method: 'POST', headers: target('ListTables') },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sending.on('error', reject);
    for (let mebibytes = 0; mebibytes < 17; mebibytes += 1) sending.write(Buffer.alloc(1024 * 1024, 32));
    expect(await promise).toBe(413);
    sending.destroy();
  });

  test('a refused upgrade whose connection breaks does no harm', async () => {
    const { port } = new URL(gateway.baseUrl);
    for (let times = 0; times < 20; times += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket';
      socket.write(`GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n${upgrade}\r\n\r\n`);
      socket.resetAndDestroy();
    }
    const { status } = await post(target('ListTables'));
    expect(status).toBe(400);
  });

  test('a name that was rebound to this machine is refused', async () => {
    const { promise, resolve } = Promise.withResolvers<number | undefined>();
    const port = new URL(gateway.baseUrl).port;
    httpRequest({ host: '127.0.0.1', port, path: '/', headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
    expect(await promise).toBe(403);
  });

  test('a port in use is named', async () => {
    const port = Number(new URL(gateway.baseUrl).port);
    await expect(startGateway(port, () => undefined)).rejects.toMatchObject({
      code: 'PortInUse',
      message: expect.stringContaining(String(port)),
    });
  });
});
