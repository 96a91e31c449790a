import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Everything comes from here, nothing is written into the page as text, and no other page may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export type PageServer = (request: IncomingMessage, path: string, response: ServerResponse) => Promise<void>;

/**
 * Serves the console's page: `index.html` at `/`, the other files of `page/` at `/console/<file>`. Which paths there are
 * is decided here, once, by what stands in the folder; a path is looked up in that list and never joined to a folder.
 */
export function createPageServer(folder = join(import.meta.dirname, 'page')): PageServer {
  const files = listFiles(folder);
  return async (request, path, response) => {
    const found = files.get(path);
    if (!found) return refuse(response, 404, 'There is no such page. The console is at /.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, 405, 'This page can only be read.\n');
    }
    const body = await readFile(found.file);
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': body.length,
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

function listFiles(folder: string): ReadonlyMap<string, { file: string; type: string }> {
  const files = new Map<string, { file: string; type: string }>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const path = name === 'index.html' ? '/' : `/console/${name.split(sep).join('/')}`;
    files.set(path, { file: join(folder, name), type });
  }
  return files;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}
