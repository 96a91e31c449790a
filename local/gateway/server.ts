import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { AwsError, LocalCloudError } from '../core/errors.ts';
import type { AwsService, HttpResponse } from '../core/service.ts';
import type { SignatureVerifier } from '../iam/sigv4/verify.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import type { DispatchContext } from './dispatch.ts';
import { handleRequest } from './handle-request.ts';
import { isLocalHost, isLocalOrigin } from './local-origin.ts';
import { readBody } from './read-body.ts';
import { route } from './route.ts';
import { signersDate } from './signers-date.ts';
import type { ServiceRegistry } from './service-registry.ts';
import { renderError, toWireError } from './wire-errors.ts';

/** What requests are answered with. Set when the services exist; until then the gateway answers 503. */
export interface GatewayTarget {
  readonly registry: ServiceRegistry;
  readonly context: DispatchContext;
  readonly signatures: SignatureVerifier;
}

/** Serves everything that is for no service: the console. */
export type FallbackHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Gateway {
  /** `http://127.0.0.1:<port>`. */
  readonly baseUrl: string;
  open(target: GatewayTarget): void;
  setConsole(handler: FallbackHandler): void;
  /** Ends what is in flight and closes every connection. */
  close(): Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
const CLOSE_GRACE_MS = 2000;

/**
 * Starts the one HTTP server of the local cloud, on 127.0.0.1 alone.
 * Throws LocalCloudError PortInUse.
 * @param port 0 for any free one
 */
export async function startGateway(port: number, log: (line: string) => void): Promise<Gateway> {
  let target: GatewayTarget | undefined;
  let fallback: FallbackHandler | undefined;
  const upgraded = new Set<Duplex>();
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      log(`gateway: ${describe(error)}`);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    const { rawPath, rawQuery } = splitUrl(request.url);
    const headers = headersOf(request);
    const { origin } = headers;
    if (!isLocalHost(headers['host'])) {
      return write(response, { status: 403, body: 'This host name is not served here.\n' });
    }
    if (!target) return write(response, { status: 503, headers: { 'retry-after': '1' } });
    const found = route({ rawPath, rawQuery, headers }, target.registry);
    // A service that reads HTTP itself may be open to pages from elsewhere: a bucket by its CORS rules.
    if (!isLocalOrigin(origin) && found?.service.protocol.kind !== 'http') {
      return write(response, { status: 403, body: 'Pages from elsewhere are not served here.\n' });
    }
    if (!found) return elsewhere(request, response, headers);
    const { service } = found;
    const method = request.method ?? 'GET';
    if (method === 'OPTIONS' && service.protocol.kind !== 'http') {
      const allowed = preflightHeaders(origin, headers['access-control-request-headers']);
      return write(response, { status: 204, headers: allowed });
    }
    let answer: HttpResponse | undefined;
    try {
      const body = await readBody(request, (service.protocol.kind === 'http' ? 256 : 16) * MEBIBYTE);
      const received = { method, rawPath, rawQuery, headers, body, requestId };
      answer = await handleRequest(target.context, target.signatures, found, received);
    } catch (error) {
      if (method === 'OPTIONS' && error instanceof AwsError) {
        const allowed = preflightHeaders(origin, headers['access-control-request-headers']);
        return write(response, { status: 204, headers: allowed });
      }
      answer = failed(service, error, requestId);
    }
    const extra = { ...corsHeaders(origin), ...signersDate(headers, target.context.clock) };
    write(response, answer, extra, method === 'HEAD');
  }

  function failed(service: AwsService, error: unknown, requestId: string): HttpResponse {
    const wire = toWireError(error);
    if (wire.unexpected) log(`${service.id} ${requestId}: ${describe(error)}`);
    return renderError(service, wire, requestId);
  }

  function elsewhere(
    request: IncomingMessage,
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
  ): void {
    if (fallback && headers['x-amz-target'] === undefined) {
      return fallback(request, response);
    }
    const error = new AwsError('UnknownOperationException', 'No service of the local cloud serves this.', {
      statusCode: 404,
    });
    write(response, renderError(undefined, toWireError(error), randomUUID()), corsHeaders(headers['origin']));
  }

  server.on('upgrade', (request, socket, head) => {
    // From here on nobody else listens for it; without a listener a reset connection would end the process.
    socket.on('error', () => socket.destroy());
    const headers = headersOf(request);
    const found = target && route({ ...splitUrl(request.url), headers }, target.registry);
    if (!isLocalHost(headers['host']) || !isLocalOrigin(headers['origin']) || !found?.service.handleUpgrade) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    found.service.handleUpgrade(request, socket, head);
  });

  await listen(server, port);
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: (opened) => {
      target = opened;
    },
    setConsole: (handler) => {
      fallback = handler;
    },
    close: () => close(server, upgraded),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ port, host: '127.0.0.1' }, resolve);
  try {
    await promise;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new LocalCloudError(
      'PortInUse',
      `Port ${port} of 127.0.0.1 is in use.`,
      'Stop the other program (perhaps another local cloud), or choose another port.',
      error,
    );
  }
}

async function close(server: Server, upgraded: ReadonlySet<Duplex>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  for (const socket of upgraded) socket.destroy();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await promise;
  clearTimeout(timer);
}

function write(
  response: ServerResponse,
  answer: HttpResponse,
  cors: Record<string, string> = {},
  headOnly = false,
): void {
  const own = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const body = answer.body ?? '';
  const length = headOnly ? own['content-length'] : String(Buffer.byteLength(body));
  // A service that speaks CORS itself, as S3 does by its bucket's rules, has the last word.
  const headers = Object.keys(own).some((name) => name.startsWith('access-control-'))
    ? own
    : { ...cors, ...own };
  if (length !== undefined && answer.status !== 204 && answer.status !== 304)
    headers['content-length'] = length;
  response.writeHead(answer.status, headers);
  response.end(headOnly ? undefined : body);
}

function splitUrl(url = '/'): { rawPath: string; rawQuery: string } {
  const mark = url.indexOf('?');
  return mark < 0
    ? { rawPath: url, rawQuery: '' }
    : { rawPath: url.slice(0, mark), rawQuery: url.slice(mark + 1) };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headersDistinct);
  return Object.fromEntries(entries.map(([name, values = []]) => [name, values.join(',')]));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
