import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { constants, createBrotliCompress } from 'node:zlib';
import { headersFor, readHeaderRules, readRewriteRules, rewritten } from './hosting-rules.ts';

export interface Hosting extends AsyncDisposable {
  readonly url: string;
}

/** What Amplify says where `customHttp.yml` says nothing. */
const DEFAULT_CACHING = 'public, max-age=0, s-maxage=31536000';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves a built app as Amplify Hosting does: the rewrites of `rewrites.json`, the headers of `customHttp.yml`. Its
 * Content-Security-Policy is the one of the file with the local cloud added where it names AWS.
 */
export async function serveAsAmplify(project: string, folder: string, cloudUrl: string): Promise<Hosting> {
  const headerRules = readHeaderRules(project);
  const rewrites = readRewriteRules(project);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, normalize(rewritten(path, rewrites)));
    const found = statSync(file, { throwIfNoEntry: false });
    const headers = { 'cache-control': DEFAULT_CACHING, ...headersFor(path, headerRules) };
    const policy = headers['content-security-policy' as keyof typeof headers];
    const own = policy ? { 'content-security-policy': withCloud(policy, cloudUrl) } : {};
    if (!found?.isFile()) {
      response.writeHead(404, { ...headers, ...own, 'content-type': 'text/plain' }).end('Not found\n');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const accepts = request.headers['accept-encoding'] ?? '';
    if (/\bbr\b/.test(accepts) && /^(text|application)\/|svg/.test(type)) {
      const encoding = { 'content-encoding': 'br', vary: 'accept-encoding' };
      response.writeHead(200, { ...headers, ...own, ...encoding, 'content-type': type });
      const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
      createReadStream(file).pipe(brotli).pipe(response);
      return;
    }
    response.writeHead(200, { ...headers, ...own, 'content-type': type, 'content-length': found.size });
    createReadStream(file).pipe(response);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () => close(server),
  };
}

/** Where a policy names AWS, this machine's cloud stands for it. */
function withCloud(policy: string, cloudUrl: string): string {
  return policy
    .replaceAll('https://*.amazonaws.com', `https://*.amazonaws.com ${cloudUrl}`)
    .replaceAll('wss://*.amazonaws.com', `wss://*.amazonaws.com ${cloudUrl.replace(/^http/, 'ws')}`)
    .replaceAll('https://*.cloudfront.net', `https://*.cloudfront.net ${cloudUrl}`);
}

function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}
