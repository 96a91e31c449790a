import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FallbackHandler } from '../gateway/server.ts';
import { API_ROUTES } from './api/routes.ts';
import type { ConsoleCloud } from './cloud.ts';
import { toConsoleError } from './errors.ts';
import { guardChange } from './guard.ts';
import { createPageServer, type PageServer } from './serve-page.ts';

/**
 * The console: one page at `/` that shows what happens in the local cloud, and the JSON interface behind it under
 * `/console/api/`. The gateway lets only local pages through. Answers that are not 200 carry `ConsoleError`.
 */
export function createConsole(cloud: ConsoleCloud): FallbackHandler {
  const servePage = createPageServer();
  return (request, response) => {
    void serve(cloud, servePage, request, response).catch((error: unknown) => {
      const { status, body } = toConsoleError(error);
      if (status === 500) console.error(error);
      sendJson(response, status, body);
    });
  };
}

async function serve(
  cloud: ConsoleCloud,
  servePage: PageServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', cloud.baseUrl);
  const [, prefix, api, name = '', ...path] = url.pathname.split('/');
  if (prefix !== 'console' || api !== 'api') return servePage(request, url.pathname, response);
  const key = `${request.method} ${name}`;
  const route = Object.hasOwn(API_ROUTES, key) ? API_ROUTES[key] : undefined;
  if (!route) {
    return sendJson(response, 404, {
      error: 'NotFound',
      message: `There is no ${request.method} ${url.pathname}.`,
      resolution: `There are: ${Object.keys(API_ROUTES).join(', ')}.`,
    });
  }
  if (request.method !== 'GET') guardChange(request);
  const answer = await route({ cloud, url, path, request, response });
  if (answer !== undefined) sendJson(response, 200, answer);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
