import type { CloudEvents } from '../../core/bus.ts';
import type { ApiCall } from './routes.ts';
import { readClock } from './clock.ts';

const KINDS = [
  'message',
  'functionLog',
  'invocation',
  'graphql',
  'segment',
  'operation',
] as const satisfies readonly (keyof CloudEvents)[];

/** A page that doesn't read would make this process keep everything for it: it is cut off, and comes back. */
const MOST_UNREAD_BYTES = 16 * 1024 * 1024;

/**
 * GET events: everything that happens, as server-sent events named after their kind, and `clock` when it was moved.
 * What was kept comes first, then `ready`, so whoever connects again starts from nothing and knows what is new.
 */
export function streamEvents(call: ApiCall): undefined {
  const { cloud, request, response } = call;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (kind: string, event: unknown): void => {
    response.write(`event: ${kind}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  // Come back soon: the local cloud starts again in seconds.
  response.write('retry: 1000\n\n');
  send('clock', readClock(call));
  const stops = KINDS.map((kind) => {
    for (const event of cloud.bus.recent(kind)) send(kind, event);
    return cloud.bus.on(kind, (event) => {
      if (response.writableLength > MOST_UNREAD_BYTES) return void response.destroy();
      send(kind, event);
    });
  });
  send('ready', {});
  stops.push(cloud.clock.onAdvance(() => send('clock', readClock(call))));
  response.once('close', () => {
    for (const stop of stops) stop();
  });
  request.once('close', () => response.end());
  return undefined;
}
