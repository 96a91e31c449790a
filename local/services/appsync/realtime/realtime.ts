import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { OperationDefinitionNode } from 'graphql16';
import { WebSocketServer } from 'ws';
import type { AuthorizerCache } from '../auth/lambda.ts';
import type { CompiledApi } from '../compile.ts';
import type { PreparedDocument } from '../execution/documents.ts';
import type { GraphQLResult } from '../execution/execute.ts';
import type { RequestContext } from '../execution/request-context.ts';
import type { AppSyncContext } from '../service-context.ts';
import { type Connection, serveConnection } from './connection.ts';
import { connectHeaders } from './connect-headers.ts';
import { fireSubscriptions, invalidateSubscriptions } from './mutated.ts';
import { createSubscriptionRegistry } from './registry.ts';

/** The real-time side: WebSockets in, events out. */
export interface Realtime {
  /** Takes `…/<apiId>/graphql/realtime`; answers 404 to other paths. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Fires and ends subscriptions after a mutation; nobody waits for it but `tracker.settle()`. */
  mutated(
    api: CompiledApi,
    prepared: PreparedDocument,
    operation: OperationDefinitionNode,
    result: GraphQLResult,
    context: RequestContext,
  ): void;
  connections(): readonly Connection[];
  close(): void;
}

const MAX_MESSAGE = 1024 * 1024;

export function createRealtime(service: AppSyncContext, cache: AuthorizerCache): Realtime {
  const registry = createSubscriptionRegistry();
  const connections = new Set<Connection>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE,
    handleProtocols: (protocols) => (protocols.has('graphql-ws') ? 'graphql-ws' : false),
  });
  return {
    upgrade(request, socket, head) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const apiId = /\/(\w+)\/graphql\/realtime\/?$/.exec(pathname)?.[1];
      if (!apiId || !service.apis.find(apiId)) {
        socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (accepted) => {
        const headers = connectHeaders(request);
        const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
        const connection = serveConnection({
          service,
          cache,
          registry,
          socket: accepted,
          apiId,
          headers,
          sourceIp,
        });
        connections.add(connection);
        accepted.on('close', () => connections.delete(connection));
      });
    },
    mutated(api, prepared, operation, result, context) {
      fireSubscriptions(service, registry, api, prepared, operation, result);
      invalidateSubscriptions(registry, api.definition.id, context.invalidations);
    },
    connections: () => [...connections],
    close() {
      for (const connection of connections) connection.close();
      server.close();
    },
  };
}
