import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realEvaluators } from './index.ts';
import { createClock } from '../../core/clock.ts';
import { type ApiUnderTest, startApi } from './testing.ts';

const SDL = `
  type Note { id: ID! room: String text: String at: AWSDateTime }
  type Query { note(id: ID!): Note }
  type Mutation { post(room: String!, text: String!): Note }
  type Subscription { onPost(room: String!): Note @aws_subscribe(mutations: ["post"]) }
`;

const NOTE = `
  import { util } from '@aws-appsync/utils';
  export function request(ctx) { return { payload: { id: util.autoId(), ...ctx.args, at: util.time.nowISO8601() } }; }
  export function response(ctx) {
    if (ctx.args.text === 'bad') util.error('Not this.', 'BadText');
    return ctx.result;
  }`;

const FILTER = `
  import { util, extensions } from '@aws-appsync/utils';
  export function request() { return { payload: null }; }
  export function response(ctx) {
    if (ctx.args.room === 'closed') util.unauthorized();
    extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ room: { eq: ctx.args.room } }));
    return null;
  }`;

const BeforeWebSocket = globalThis.WebSocket;
/** The client always opens `wss:`; a page of a local cloud turns it around like this. */
class PlainWebSocket extends BeforeWebSocket {
  constructor(url: string | URL, protocols?: any) {
    super(String(url).replace('wss://127.0.0.1', 'ws://127.0.0.1'), protocols);
  }
}

beforeEach(() => void (globalThis.WebSocket = PlainWebSocket));
afterEach(() => void (globalThis.WebSocket = BeforeWebSocket));

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function listen(api: ApiUnderTest) {
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const { status, body: text } = await api.post(
        body.toString(),
        request.headers as Record<string, string>,
      );
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
  });
  server.on('upgrade', (request, socket, head) => api.service.handleUpgrade!(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/appsync/${api.apiId}/graphql`,
    [Symbol.dispose]: () => void server.close(),
  };
}

test("Amplify's own client queries, mutates and subscribes, with APPSYNC_JS resolvers", async () => {
  await using api = await startApi(SDL, {}, { evaluators: realEvaluators({ clock: createClock() }) });
  await api.resolver('Query.note', NOTE);
  await api.resolver('Mutation.post', NOTE);
  await api.resolver('Subscription.onPost', FILTER);
  using server = await listen(api);
  const { endpoint } = server;
  Amplify.configure({
    API: { GraphQL: { endpoint, region: 'us-east-1', defaultAuthMode: 'apiKey', apiKey: api.apiKey } },
  });
  const client = generateClient();
  const run = (query: string) => client.graphql({ query }) as Promise<any>;

  expect((await run('query { note(id: "7") { id } }')).data).toEqual({ note: { id: '7' } });
  await expect(run('mutation { post(room: "a", text: "bad") { id } }')).rejects.toMatchObject({
    data: { post: null },
    errors: [{ path: ['post'], errorType: 'BadText', message: 'Not this.' }],
  });

  const subscription = (room: string) =>
    client.graphql({
      query: 'subscription S($room: String!) { onPost(room: $room) { room text } }',
      variables: { room },
    }) as any;
  let stop: { unsubscribe(): void } | undefined;
  const event = new Promise((resolve, reject) => {
    stop = subscription('a').subscribe({ next: resolve, error: reject });
  });
  await subscribed(api);
  await run('mutation { post(room: "b", text: "for others") { room text } }');
  await run('mutation { post(room: "a", text: "hello") { room text } }');
  expect(await event).toEqual({ data: { onPost: { room: 'a', text: 'hello' } } });
  stop!.unsubscribe();

  const refused = await new Promise<any>((_resolve, reject) => {
    subscription('closed').subscribe({ error: reject });
  }).catch((error: unknown) => error as any);
  expect(JSON.stringify(refused)).toContain('Not Authorized to access onPost on type Subscription');
}, 20_000);

/** Until the server knows of one subscription. */
async function subscribed(api: ApiUnderTest): Promise<void> {
  for (;;) {
    const [row] = (await api.service.inspect!()) as { connections: { subscriptions: unknown[] }[] }[];
    if (row!.connections.some(({ subscriptions }) => subscriptions.length)) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
