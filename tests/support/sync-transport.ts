import { WebSocket } from 'ws';
import {
  ON_CONVERSATION_EVENT,
  RequestProblem,
  type Transport,
} from '../../src/features/messages/sync/index.ts';

/** A client's way to the server: GraphQL by `fetch`, events by AppSync's WebSocket protocol. No tricks of its own. */
export function createTransport(graphqlUrl: string, token: string, ackWithin = 1000): Transport {
  return {
    async request(query, variables) {
      const response = await fetch(graphqlUrl, {
        method: 'POST',
        headers: { authorization: token, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(5000),
      });
      const { data, errors } = (await response.json()) as {
        data?: Record<string, unknown>;
        errors?: { errorType?: string; message: string }[];
      };
      const [error] = errors ?? [];
      if (error) throw new RequestProblem(error.errorType ?? 'Untyped', error.message);
      return Object.values(data!)[0] as never;
    },

    listen({ opened, event, closed }) {
      const authorization = { host: new URL(graphqlUrl).host, Authorization: token };
      const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
      const socket = new WebSocket(`${graphqlUrl.replace(/^http/, 'ws')}/realtime`, [
        'graphql-ws',
        `header-${header}`,
      ]);
      // An acknowledgement can get lost on a line that stays up.
      const impatience = setTimeout(() => socket.terminate(), ackWithin);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.on('message', (text) => {
        const { type, payload } = JSON.parse(String(text));
        if (type === 'connection_ack') {
          const data = JSON.stringify({ query: ON_CONVERSATION_EVENT, variables: {} });
          socket.send(
            JSON.stringify({ id: '1', type: 'start', payload: { data, extensions: { authorization } } }),
          );
        } else if (type === 'start_ack') {
          clearTimeout(impatience);
          opened();
        } else if (type === 'data') {
          event(payload.data.onConversationEvent);
        } else if (type !== 'ka') {
          socket.terminate();
        }
      });
      // `close` follows; there is nothing else to do.
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearTimeout(impatience);
        closed();
      });
      return () => socket.terminate();
    },
  };
}
