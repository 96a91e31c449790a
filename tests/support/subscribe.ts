import { WebSocket } from 'ws';

/** The events of one subscription. */
export interface Events extends Disposable {
  /** The next event's data, the value of its first field; waits for it. Throws when the subscription ends. */
  next(): Promise<any>;
  /** How many came that nobody asked for yet. After `cloud.settle()` nothing is under way. */
  readonly waiting: number;
}

interface Message {
  type: string;
  payload?: { data?: Record<string, unknown>; errors?: readonly { message: string }[] };
}

/** What authorizes a POST of a body to the endpoint's path and a suffix: header fields. */
export type Authorize = (suffix: '/connect' | '', body: string) => Promise<Record<string, string>>;

/**
 * Subscribes and waits for the server's acknowledgement. Throws its refusal.
 * @param credentials a signed-in person's token, or what signs for somebody else
 */
export async function subscribe(
  graphqlUrl: string,
  credentials: string | Authorize,
  query: string,
  variables: Record<string, unknown>,
): Promise<Events> {
  const authorize: Authorize =
    typeof credentials === 'string'
      ? async () => ({ host: new URL(graphqlUrl).host, Authorization: credentials })
      : credentials;
  const data = JSON.stringify({ query, variables });
  const connect = await authorize('/connect', '{}');
  const authorization = await authorize('', data);
  const header = Buffer.from(JSON.stringify(connect)).toString('base64url');
  const url = `${graphqlUrl.replace(/^http/, 'ws')}/realtime`;
  const socket = new WebSocket(url, ['graphql-ws', `header-${header}`]);
  const acknowledged = Promise.withResolvers<void>();
  const events: unknown[] = [];
  const waiters: PromiseWithResolvers<unknown>[] = [];

  function failAll(reason: Error): void {
    acknowledged.reject(reason);
    for (const waiter of waiters.splice(0)) waiter.reject(reason);
  }

  socket.on('message', (text) => {
    const { type, payload } = JSON.parse(String(text)) as Message;
    if (type === 'connection_ack') {
      socket.send(
        JSON.stringify({ id: '1', type: 'start', payload: { data, extensions: { authorization } } }),
      );
    } else if (type === 'start_ack') {
      acknowledged.resolve();
    } else if (type === 'data') {
      const value = Object.values(payload?.data ?? {})[0];
      const waiter = waiters.shift();
      if (waiter) waiter.resolve(value);
      else events.push(value);
    } else if (type !== 'ka') {
      failAll(new Error(`The subscription ended: ${String(text)}`));
    }
  });
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
  socket.on('error', failAll);
  socket.on('close', () => failAll(new Error('The connection was closed.')));
  await acknowledged.promise;
  return {
    next() {
      if (events.length) return Promise.resolve(events.shift());
      const waiter = Promise.withResolvers<unknown>();
      waiters.push(waiter);
      return waiter.promise;
    },
    get waiting() {
      return events.length;
    },
    [Symbol.dispose]: () => socket.terminate(),
  };
}
