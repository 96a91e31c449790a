import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createFrameReader } from './websocket-frames.ts';

export interface Weather {
  /** Shares between 0 and 1, of the WebSocket frames that the server sends. */
  drop: number;
  cut: number;
  delay: number;
  /** At most, in milliseconds. */
  delayMs: number;
  /** The share of other answers that get lost, after the server has done its work. */
  lostAnswers: number;
}

export interface BadNetwork extends AsyncDisposable {
  readonly port: number;
  /** What it did so far. */
  readonly counts: { dropped: number; cut: number; delayed: number; lostAnswers: number };
  /** From now on it lets everything through. */
  clearUp(): void;
}

/**
 * A TCP proxy before a server that drops, delays and cuts what passes, by a random number each time. It knows HTTP
 * from WebSockets by their first line.
 */
export async function startBadNetwork(
  targetPort: number,
  weather: Weather,
  random: () => number,
): Promise<BadNetwork> {
  const counts = { dropped: 0, cut: 0, delayed: 0, lostAnswers: 0 };
  const sockets = new Set<Socket>();
  let isBad = true;
  const happens = (share: number): boolean => isBad && random() < share;

  function pass(client: Socket): void {
    const server = connect(targetPort, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => sockets.delete(socket));
    }
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    client.on('error', end).on('close', end);
    server.on('error', end).on('close', end);
    let isWebSocket = false;
    let requests = 0;
    client.on('data', (chunk) => {
      if (requests === 0) isWebSocket = /^GET \S*\/realtime/.test(chunk.toString('latin1'));
      requests += 1;
      server.write(chunk);
    });

    let isOpen = false;
    const frames = createFrameReader();
    // One after the other: a delay holds up what comes behind it, as TCP does.
    let queue: Promise<void> = Promise.resolve();
    server.on('data', (chunk) => {
      if (!isWebSocket) {
        if (!happens(weather.lostAnswers)) return void client.write(chunk);
        counts.lostAnswers += 1;
        return end();
      }
      if (!isOpen) {
        isOpen = true;
        const head = chunk.indexOf('\r\n\r\n') + 4;
        client.write(chunk.subarray(0, head));
        return relay(chunk.subarray(head));
      }
      return relay(chunk);
    });

    function relay(chunk: Buffer): void {
      for (const frame of frames(chunk)) queue = queue.then(() => handle(frame));
    }

    async function handle(frame: Buffer): Promise<void> {
      if (happens(weather.cut)) {
        counts.cut += 1;
        return end();
      }
      if (happens(weather.drop)) {
        counts.dropped += 1;
        return;
      }
      if (happens(weather.delay)) {
        counts.delayed += 1;
        await new Promise((resolve) => setTimeout(resolve, random() * weather.delayMs));
      }
      client.write(frame);
    }
  }

  const proxy = createServer(pass);
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    counts,
    clearUp() {
      isBad = false;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
