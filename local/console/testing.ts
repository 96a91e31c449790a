import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBus } from '../core/bus.ts';
import { createClock } from '../core/clock.ts';
import { LocalCloudError } from '../core/errors.ts';
import type { AwsService } from '../core/service.ts';
import type { ConsoleCloud } from './cloud.ts';
import { createConsole } from './index.ts';

export interface ConsoleFixture extends AsyncDisposable {
  readonly cloud: ConsoleCloud;
  readonly baseUrl: string;
  get(path: string): Promise<{ status: number; body: any }>;
  /** With the console's header unless other headers are given. */
  post(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: any }>;
}

export interface ConsoleFixtureOptions {
  /** Each with an id and what the test needs of it. */
  services?: readonly object[];
  call?: ConsoleCloud['context']['call'];
  settle?: () => Promise<void>;
}

/** The console over HTTP on a random port, with a cloud that has only what is given. */
export async function createConsoleFixture(options: ConsoleFixtureOptions = {}): Promise<ConsoleFixture> {
  const services = (options.services ?? []) as readonly AwsService[];
  const cloud: ConsoleCloud = {
    baseUrl: 'http://127.0.0.1',
    bus: createBus(),
    clock: createClock(),
    services,
    settle: options.settle ?? (() => Promise.resolve()),
    context: {
      call: options.call ?? (() => Promise.reject(new Error('Nothing is to be called.'))),
      service<S extends AwsService>(id: string) {
        const found = services.find((one) => one.id === id);
        if (!found)
          throw new LocalCloudError('UnknownService', `No service ${id}.`, 'Give it to the fixture.');
        return found as S;
      },
    },
  };
  const server = createServer(createConsole(cloud));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (path: string, init: RequestInit): Promise<{ status: number; body: any }> => {
    const response = await fetch(`${baseUrl}/console/api/${path}`, init);
    return { status: response.status, body: await response.json() };
  };
  return {
    cloud,
    baseUrl,
    get: (path) => ask(path, {}),
    post: (path, body = {}, headers = { 'x-console': '1' }) =>
      ask(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
