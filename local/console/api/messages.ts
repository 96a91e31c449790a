import type { CloudEvents } from '../../core/bus.ts';
import type { ApiCall } from './routes.ts';

type Message = CloudEvents['message'];
const LONGEST_WAIT_MS = 10_000;

/**
 * GET messages: every mail and SMS, oldest first.
 * GET messages/next?to=ADDRESS&after=MS: the newest one to an address, waiting up to ten seconds for one that is later
 * than `after` (milliseconds since the epoch); null when none came.
 */
export function listMessages({ cloud, path, url, request }: ApiCall): unknown {
  if (path[0] !== 'next') return cloud.bus.recent('message');
  const to = url.searchParams.get('to');
  const after = Number(url.searchParams.get('after') ?? 0);
  const wanted = (message: Message): boolean => message.to === to && message.at > after;
  const known = cloud.bus.recent('message').findLast(wanted);
  if (known) return known;
  return new Promise<Message | null>((resolve) => {
    const done = (message: Message | null): void => {
      clearTimeout(timer);
      stop();
      resolve(message);
    };
    const timer = setTimeout(() => done(null), LONGEST_WAIT_MS);
    const stop = cloud.bus.on('message', (message) => {
      if (wanted(message)) done(message);
    });
    request.once('close', () => done(null));
  });
}
