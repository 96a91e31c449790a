import { createSocket, type Socket } from 'node:dgram';

/** What the X-Ray daemon is to functions: a UDP port of this machine that takes segment documents. */
export interface Daemon {
  /** `127.0.0.1:<port>`, for `AWS_XRAY_DAEMON_ADDRESS`. */
  address(): string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param take gets each document's text
 * A datagram is a header line `{"format": "json", "version": 1}` and the document:
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html
 */
export function createDaemon(take: (document: string) => void): Daemon {
  let socket: Socket | undefined;
  return {
    address() {
      if (!socket) throw new Error('The X-Ray daemon is not started.');
      return `127.0.0.1:${socket.address().port}`;
    },
    async start() {
      socket = createSocket('udp4');
      socket.unref();
      socket.on('message', (datagram) => {
        const text = datagram.toString('utf8');
        const end = text.indexOf('\n');
        if (end > 0) take(text.slice(end + 1));
      });
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      socket.once('error', reject);
      socket.bind(0, '127.0.0.1', resolve);
      await promise;
    },
    async stop() {
      const closing = socket;
      socket = undefined;
      if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
  };
}
