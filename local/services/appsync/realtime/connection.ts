import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { AwsError, LocalCloudError } from '../../../core/errors.ts';
import type { AuthorizerCache } from '../auth/lambda.ts';
import { ResolverError } from '../runtime/evaluator.ts';
import type { AppSyncContext } from '../service-context.ts';
import { authenticateRealtime } from './authenticate.ts';
import { lowerCased } from './connect-headers.ts';
import type { Subscription, SubscriptionRegistry } from './registry.ts';
import { readStart, subscribe, SubscriptionRefused } from './subscribe.ts';

const CONNECTION_TIMEOUT = 300_000;
const KEEP_ALIVE = 60_000;
const MAX_SUBSCRIPTIONS = 100;

/** One client's WebSocket and its subscriptions. */
export interface Connection {
  readonly apiId: string;
  readonly since: number;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  close(): void;
}

export interface ConnectionParts {
  readonly service: AppSyncContext;
  readonly cache: AuthorizerCache;
  readonly registry: SubscriptionRegistry;
  readonly socket: WebSocket;
  readonly apiId: string;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly sourceIp: string;
}

interface Message {
  type?: string;
  id?: string;
  payload?: { data?: unknown; extensions?: { authorization?: unknown } };
}

/** Speaks AppSync's real-time protocol over an accepted WebSocket until it closes. */
export function serveConnection(parts: ConnectionParts): Connection {
  const { service, cache, registry, socket, apiId, sourceIp } = parts;
  const { cloud } = service;
  const subscriptions = new Map<string, Subscription>();
  const starting = new Set<string>();
  let keepAlive: NodeJS.Timeout | undefined;

  const send = (message: unknown): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const end = (subscription: Subscription): void => {
    if (subscriptions.get(subscription.id) !== subscription) return;
    subscriptions.delete(subscription.id);
    registry.remove(subscription);
  };

  const admitted = admit(parts);
  // Told to the client at its first message; until then nobody else waits for it.
  admitted.catch(() => undefined);

  async function init(): Promise<void> {
    await admitted;
    send({ type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT } });
    send({ type: 'ka' });
    keepAlive ??= setInterval(() => send({ type: 'ka' }), KEEP_ALIVE).unref();
  }

  async function start(message: Message, id: string): Promise<void> {
    await admitted;
    if (subscriptions.has(id) || starting.has(id))
      throw refused('DuplicatedOperationError', `Duplicated operation id ${id}`);
    if (subscriptions.size + starting.size >= MAX_SUBSCRIPTIONS) {
      throw refused(
        'MaxSubscriptionsReachedError',
        `Max number of ${MAX_SUBSCRIPTIONS} subscriptions reached`,
      );
    }
    starting.add(id);
    try {
      const api = service.apis.compiled(apiId);
      if (!api) throw refused('BadRequestException', 'The GraphQL API is gone.');
      const wanted = readStart(message.payload?.data);
      const headers = lowerCased(message.payload?.extensions?.authorization) ?? {};
      const signedBody = String(message.payload?.data ?? '');
      const credentials = {
        headers,
        requestId: randomUUID(),
        sourceIp,
        signedSuffix: '' as const,
        signedBody,
        ...wanted,
      };
      const caller = await authenticateRealtime(service, cache, api.definition, credentials);
      const found = await subscribe(service, api, wanted, caller, headers);
      if (!starting.has(id) || socket.readyState !== socket.OPEN) return;
      const subscription: Subscription = {
        ...found,
        id,
        send,
        complete() {
          end(subscription);
          send({ id, type: 'complete', payload: { message: 'Subscription complete.' } });
        },
      };
      subscriptions.set(id, subscription);
      registry.add(subscription);
      send({ id, type: 'start_ack' });
    } finally {
      starting.delete(id);
    }
  }

  function stop(id: string): void {
    starting.delete(id);
    const subscription = subscriptions.get(id);
    if (subscription) end(subscription);
    send({ id, type: 'complete' });
  }

  async function receive(text: string): Promise<void> {
    let message: Message = {};
    try {
      message = JSON.parse(text) as Message;
      if (message.type === 'connection_init') await init();
      else if (message.type === 'start' && message.id) await start(message, message.id);
      else if (message.type === 'stop' && message.id) stop(message.id);
      else
        throw refused(
          'UnsupportedOperation',
          `${message.type ?? 'unknown'} not supported through the realtime channel`,
        );
    } catch (error) {
      const errors =
        error instanceof SyntaxError
          ? [{ errorType: 'BadRequestException', message: 'Invalid JSON.' }]
          : errorsOf(error);
      if (error instanceof ConnectionRefused) {
        send({ type: 'connection_error', payload: { errors } });
        socket.close(1000);
      } else {
        send({ ...(message.id ? { id: message.id } : {}), type: 'error', payload: { errors } });
      }
    }
  }

  socket.on('message', (data) => void cloud.tracker.track(receive(String(data))));
  socket.on('close', () => {
    clearInterval(keepAlive);
    for (const subscription of [...subscriptions.values()]) end(subscription);
    starting.clear();
  });
  // A broken socket also closes; there is nobody to tell.
  socket.on('error', () => socket.terminate());
  return { apiId, since: cloud.clock.now(), subscriptions, close: () => socket.terminate() };
}

class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused';
}

async function admit({ service, cache, apiId, headers, sourceIp }: ConnectionParts): Promise<void> {
  try {
    const api = service.apis.find(apiId);
    if (!api || !headers) throw new AwsError('BadRequestException', 'Required headers are missing.');
    const credentials = {
      headers,
      requestId: randomUUID(),
      sourceIp,
      signedSuffix: '/connect' as const,
      signedBody: '{}',
    };
    await authenticateRealtime(service, cache, api, credentials);
  } catch (error) {
    throw new ConnectionRefused('refused', { cause: error });
  }
}

function refused(errorType: string, message: string): SubscriptionRefused {
  return new SubscriptionRefused([{ errorType, message }]);
}

function errorsOf(error: unknown): readonly object[] {
  if (error instanceof SubscriptionRefused) return error.errors;
  if (error instanceof ConnectionRefused) {
    const { cause } = error;
    const errorCode = cause instanceof AwsError ? cause.statusCode : 500;
    return errorsOf(cause).map((one) => ({ ...one, errorCode }));
  }
  if (error instanceof AwsError) return [{ errorType: error.code, message: error.message }];
  if (error instanceof ResolverError) return [{ errorType: error.errorType, message: error.message }];
  if (error instanceof LocalCloudError) {
    return [{ errorType: `LocalCloud:${error.code}`, message: `${error.message} ${error.resolution}` }];
  }
  return [{ errorType: 'InternalFailure', message: error instanceof Error ? error.message : String(error) }];
}
