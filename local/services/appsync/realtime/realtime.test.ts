import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ResolverError } from '../runtime/evaluator.ts';
import { type ApiUnderTest, startApi } from '../testing.ts';

const SDL = `
  type Note { id: ID! room: String text: String meta: AWSJSON author: Author rooms: [String] secret: String @aws_iam }
  type Author { name: String score: Int }
  type Query { nothing: String }
  type Mutation { post(room: String, text: String): Note fail: Note kick(room: String): String }
  type Subscription {
    onPost(room: String, text: String): Note @aws_subscribe(mutations: ["post", "fail"])
    onRoom(room: String!): Note @aws_subscribe(mutations: ["post"])
    onSecret: Note @aws_subscribe(mutations: ["post"]) @aws_iam
  }
`;

interface Client extends AsyncDisposable {
  send(message: unknown): void;
  next(): Promise<any>;
  start(id: string, query: string, variables?: unknown, authorization?: unknown): Promise<any>;
}

/** Listens as the gateway does. */
async function listen(api: ApiUnderTest) {
  const server = createServer();
  server.on('upgrade', (request, socket, head) => api.service.handleUpgrade!(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/appsync/${api.apiId}/graphql/realtime`,
    [Symbol.dispose]: () => void server.close(),
  };
}

async function connect(url: string, header: unknown, older = false): Promise<Client> {
  const encoded = Buffer.from(JSON.stringify(header));
  const socket = older
    ? new WebSocket(`${url}?header=${encodeURIComponent(encoded.toString('base64'))}&payload=e30=`, [
        'graphql-ws',
      ])
    : new WebSocket(url, ['graphql-ws', `header-${encoded.toString('base64url')}`]);
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data));
    const waiter = waiting.shift();
    if (waiter) waiter(message);
    else messages.push(message);
  });
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const client: Client = {
    send: (message) => socket.send(JSON.stringify(message)),
    next: () =>
      messages.length ? Promise.resolve(messages.shift()) : new Promise((resolve) => waiting.push(resolve)),
    start(id, query, variables = {}, authorization = header) {
      const data = JSON.stringify({ query, variables });
      client.send({ id, type: 'start', payload: { data, extensions: { authorization } } });
      return client.next();
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => socket.on('close', resolve));
      if (socket.readyState === socket.CLOSED) return;
      socket.terminate();
      await closed;
    },
  };
  return client;
}

async function ready(url: string, header: unknown, older = false): Promise<Client> {
  const client = await connect(url, header, older);
  client.send({ type: 'connection_init' });
  expect(await client.next()).toEqual({ type: 'connection_ack', payload: { connectionTimeoutMs: 300000 } });
  expect(await client.next()).toEqual({ type: 'ka' });
  return client;
}

const HANDLERS = {
  post: {
    request: ({ arguments: { room, text } }: any) => ({
      payload: {
        id: '1',
        room,
        text,
        meta: { a: [1] },
        rooms: [room],
        author: { name: 'Ann', score: 3 },
        secret: 's',
      },
    }),
  },
  fail: {
    request: () => {
      throw new ResolverError('No.');
    },
  },
};

async function startNotes(handlers = {}, api = {}) {
  const started = await startApi(SDL, { ...HANDLERS, ...handlers }, { api });
  await started.resolver('Mutation.post', 'post');
  await started.resolver('Mutation.fail', 'fail');
  return started;
}

test.each([false, true])(
  'a subscriber gets what a mutation selected (older connection form: %s)',
  async (older) => {
    await using api = await startNotes();
    using server = await listen(api);
    await using client = await ready(server.url, { host: 'h', 'x-api-key': api.apiKey }, older);
    expect(await client.start('a', 'subscription { onPost { id text meta room } }')).toEqual({
      id: 'a',
      type: 'start_ack',
    });
    await api.query('mutation { fail { id } }');
    await api.query('mutation { p: post(room: "r", text: "hi") { id words: text meta } }');
    expect(await client.next()).toEqual({
      id: 'a',
      type: 'data',
      payload: { data: { onPost: { id: '1', text: 'hi', meta: '{"a":[1]}', room: null } } },
    });
    client.send({ id: 'a', type: 'stop' });
    expect(await client.next()).toEqual({ id: 'a', type: 'complete' });
    await api.query('mutation { post { id } }');
    await api.cloud.tracker.settle();
    expect(await client.start('b', 'subscription { onPost { id } }')).toEqual({ id: 'b', type: 'start_ack' });
  },
);

test('a missing required field is null with an error', async () => {
  await using api = await startNotes();
  using server = await listen(api);
  await using client = await ready(server.url, { 'x-api-key': api.apiKey });
  await client.start('a', 'subscription { onPost { id text } }');
  await api.query('mutation { post(text: "t") { text } }');
  expect((await client.next()).payload).toEqual({
    data: { onPost: null },
    errors: [
      {
        path: ['onPost', 'id'],
        locations: null,
        message: "Cannot return null for non-nullable type: 'ID' within parent 'Note' (/onPost/id)",
      },
    ],
  });
});

test('arguments filter by equality; null wants null, an unset variable too', async () => {
  await using api = await startNotes();
  using server = await listen(api);
  await using client = await ready(server.url, { 'x-api-key': api.apiKey });
  await client.start('room', 'subscription { onPost(room: "r") { text } }');
  await client.start('unset', 'subscription S($r: String) { onPost(room: $r) { text } }');
  await api.query('mutation { post(room: "x", text: "1") { room text } }');
  await api.query('mutation { post(text: "2") { room text } }');
  await api.query('mutation { post(room: "r", text: "3") { room text } }');
  expect(await client.next()).toMatchObject({ id: 'unset', payload: { data: { onPost: { text: '2' } } } });
  expect(await client.next()).toMatchObject({ id: 'room', payload: { data: { onPost: { text: '3' } } } });
});

test('the resolver runs at start: it refuses, filters, and later invalidates', async () => {
  await using api = await startNotes({
    guard: {
      response: ({ arguments: { room } }: any, out: any) => {
        if (room === 'closed')
          throw new ResolverError('Not Authorized to access onRoom on type Subscription', 'Unauthorized');
        out.setFilter({
          filterGroup: [
            {
              filters: [
                { fieldName: 'rooms', operator: 'contains', value: room },
                { fieldName: 'author.score', operator: 'ge', value: 3 },
              ],
            },
          ],
        });
        out.setInvalidationFilter({
          filterGroup: [{ filters: [{ fieldName: 'room', operator: 'eq', value: room }] }],
        });
        return null;
      },
    },
    kick: {
      response: ({ arguments: { room } }: any, out: any) => (
        out.invalidate({ subscriptionField: 'onRoom', payload: { room } }),
        'ok'
      ),
    },
  });
  await api.resolver('Subscription.onRoom', 'guard');
  await api.resolver('Mutation.kick', 'kick');
  using server = await listen(api);
  await using client = await ready(server.url, { 'x-api-key': api.apiKey });
  expect(await client.start('no', 'subscription { onRoom(room: "closed") { id } }')).toEqual({
    id: 'no',
    type: 'error',
    payload: {
      errors: [
        { errorType: 'Unauthorized', message: 'Not Authorized to access onRoom on type Subscription' },
      ],
    },
  });
  await client.start('a', 'subscription { onRoom(room: "a") { text } }');
  await api.query('mutation { post(room: "b", text: "b") { text rooms author { score } } }');
  await api.query('mutation { post(room: "a", text: "unselected") { text rooms } }');
  await api.query('mutation { post(room: "a", text: "a") { text rooms author { score } } }');
  expect(await client.next()).toMatchObject({
    id: 'a',
    type: 'data',
    payload: { data: { onRoom: { text: 'a' } } },
  });
  await api.query('mutation { kick(room: "b") }');
  await api.query('mutation { kick(room: "a") }');
  expect(await client.next()).toMatchObject({ id: 'a', type: 'complete' });
  expect(await api.service.inspect!()).toMatchObject([{ connections: [{ subscriptions: [] }] }]);
});

test('refusals', async () => {
  await using api = await startNotes(
    {},
    { AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }] },
  );
  using server = await listen(api);
  await using stranger = await connect(server.url, { 'x-api-key': 'da2-wrong' });
  stranger.send({ type: 'connection_init' });
  expect(await stranger.next()).toEqual({
    type: 'connection_error',
    payload: {
      errors: [
        {
          errorType: 'UnauthorizedException',
          message: 'You are not authorized to make this call.',
          errorCode: 401,
        },
      ],
    },
  });
  await using client = await ready(server.url, { 'x-api-key': api.apiKey });
  const errors = async (query: string, authorization?: unknown) =>
    (await client.start('x', query, {}, authorization)).payload.errors;
  expect(await errors('subscription { onSecret { id } }')).toEqual([
    { errorType: 'Unauthorized', message: 'Not Authorized to access onSecret on type Subscription' },
  ]);
  expect(await errors('{ nothing }')).toEqual([
    { errorType: 'UnsupportedOperation', message: 'query not supported through the realtime channel' },
  ]);
  expect(await errors('subscription { onPost { nope } }')).toEqual([
    {
      message:
        "Validation error of type FieldUndefined: Field 'nope' in type 'Note' is undefined @ 'onPost/nope'",
    },
  ]);
  expect((await errors('subscription { onPost { id } }', { 'x-api-key': 'x' }))[0].errorType).toBe(
    'UnauthorizedException',
  );
});

test("events are read with the subscriber's rights, IAM by signature", async () => {
  const signed: any[] = [];
  const verifySignature = (request: any) => {
    signed.push(request);
    return { kind: 'role' as const, roleArn: 'arn:aws:iam::000000000000:role/guest', sessionName: 's' };
  };
  await using api = await startApi(SDL, HANDLERS, {
    api: { AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }] },
    options: { verifySignature },
  });
  await api.resolver('Mutation.post', 'post');
  using server = await listen(api);
  await using reader = await ready(server.url, { 'x-api-key': api.apiKey });
  await reader.start('k', 'subscription { onPost { text secret } }');
  const iam = { authorization: 'AWS4-HMAC-SHA256 Credential=x', 'x-amz-date': '20260101T000000Z' };
  await using role = await ready(server.url, iam);
  expect(await role.start('i', 'subscription { onSecret { secret } }')).toMatchObject({ type: 'start_ack' });
  expect(signed.map(({ path, body }) => [path, body])).toEqual([
    [`/appsync/${api.apiId}/graphql/connect`, '{}'],
    [`/appsync/${api.apiId}/graphql`, '{"query":"subscription { onSecret { secret } }","variables":{}}'],
  ]);
  const posted = await api.post({ query: 'mutation { post(text: "t") { text } }' }, iam, verifySignature({}));
  // post itself is open to the default mode only
  expect(JSON.parse(String(posted.body)).errors[0].errorType).toBe('Unauthorized');
  await api.query('mutation { post(text: "t") { text } }');
  const { data, errors } = (await reader.next()).payload;
  expect(data).toEqual({ onPost: { text: 't', secret: null } });
  expect(errors[0]).toMatchObject({
    errorType: 'Unauthorized',
    message: 'Not Authorized to access secret on type Note',
  });
  expect((await role.next()).payload.data).toEqual({ onSecret: { secret: null } });
});
