import type { IncomingMessage } from 'node:http';

/**
 * The authorization of a real-time connection: JSON in the subprotocol `header-<base64url>`, or in the older
 * `?header=<base64>`. Names in lower case; undefined when there is none or it is no JSON object.
 * https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html
 */
export function connectHeaders(request: IncomingMessage): Record<string, string> | undefined {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  const fromProtocol = protocols.find((one) => one.startsWith('header-'))?.slice('header-'.length);
  const fromQuery = new URL(request.url ?? '/', 'http://localhost').searchParams.get('header');
  const encoded = fromProtocol ?? fromQuery;
  if (!encoded) return undefined;
  try {
    // A plus sign in a query string arrives as a space.
    return lowerCased(JSON.parse(Buffer.from(encoded.replaceAll(' ', '+'), 'base64').toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Header names in lower case, as HTTP headers come; undefined for what is not an object. */
export function lowerCased(headers: unknown): Record<string, string> | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const entries = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}
