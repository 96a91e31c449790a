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

/** Subscribes as a signed-in person and waits for the server's acknowledgement. Throws its refusal. */
export async function subscribe(
  graphqlUrl: string,
  token: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Events> {
  const authorization = { host: new URL(graphqlUrl).host, Authorization: token };
  const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
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
      const data = JSON.stringify({ query, variables });
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
