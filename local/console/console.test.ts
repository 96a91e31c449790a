import { describe, expect, test, vi } from 'vitest';
import { createConsoleFixture } from './testing.ts';

const clockPath = 'clock?advance=1000';

describe('who may change something', () => {
  test('a change needs the header x-console', async () => {
    await using console = await createConsoleFixture();
    const { status, body } = await console.post(clockPath, {}, {});
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'MissingConsoleHeader',
      message: expect.any(String),
      resolution: expect.stringContaining('x-console: 1'),
    });
    expect(console.cloud.clock.offset).toBe(0);
  });

  test.each(['https://example.com', 'null', 'http://127.0.0.1.example.com'])(
    'a page of %s is refused, header or not',
    async (origin) => {
      await using console = await createConsoleFixture();
      const { status, body } = await console.post(clockPath, {}, { 'x-console': '1', origin });
      expect([status, body.error]).toEqual([400, 'ForeignOrigin']);
      expect(console.cloud.clock.offset).toBe(0);
    },
  );

  test('a page of this machine may, and reading needs no header', async () => {
    await using console = await createConsoleFixture();
    const headers = { 'x-console': '1', origin: 'http://localhost:5173' };
    expect((await console.post(clockPath, {}, headers)).status).toBe(200);
    expect((await console.get('clock')).body.offset).toBe(1000);
  });

  test('a preflight is never granted', async () => {
    await using console = await createConsoleFixture();
    const response = await fetch(`${console.baseUrl}/console/api/clock`, { method: 'OPTIONS' });
    expect(response.status).toBe(404);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('answers that are no success', () => {
  test.each(['nothing', 'constructor', ''])('there is no route «%s»', async (name) => {
    await using console = await createConsoleFixture();
    const { status, body } = await console.get(name);
    expect(status).toBe(404);
    expect(body).toEqual({
      error: 'NotFound',
      message: `There is no GET /console/api/${name}.`,
      resolution: expect.stringContaining('GET services'),
    });
  });

  test('what is our own fault is 500 and told in the output', async () => {
    const output = vi.spyOn(globalThis.console, 'error').mockImplementation(() => undefined);
    const fault = new Error('broken');
    await using console = await createConsoleFixture({ settle: () => Promise.reject(fault) });
    const { status, body } = await console.post('settle');
    expect([status, body.error, body.message]).toEqual([500, 'Internal', 'broken']);
    expect(output).toHaveBeenCalledWith(fault);
    output.mockRestore();
  });
});

describe('the page', () => {
  test('serves the page with a policy that lets nothing foreign in', async () => {
    await using console = await createConsoleFixture();
    const response = await fetch(`${console.baseUrl}/`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('serves every file that the page and its modules name', async () => {
    await using console = await createConsoleFixture();
    const seen = new Set<string>();
    const follow = async (address: string): Promise<void> => {
      if (seen.has(address)) return;
      seen.add(address);
      const response = await fetch(address);
      expect(response.status, address).toBe(200);
      const text = await response.text();
      const named = [
        ...text.matchAll(/(?:src|href)="(\/console\/[^"]+)"|from '(\.[^']+)'|url\('([^']+)'\)/g),
      ];
      for (const [, linked, imported, drawn] of named) {
        await follow(new URL(linked ?? imported ?? drawn ?? '', address).href);
      }
    };
    await follow(`${console.baseUrl}/`);
    expect(seen.size).toBeGreaterThan(25);
  });

  test.each([
    '/console/tsconfig.json',
    '/console/../index.ts',
    '/console/%2e%2e/index.ts',
    '/console/..%2findex.ts',
    '/console//etc/passwd',
    '/index.html',
    '/console/page/page.js',
  ])('does not serve %s', async (path) => {
    await using console = await createConsoleFixture();
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      // fetch would tidy the path up before it is sent.
      const sent = request(console.baseUrl, { path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.once('error', reject).end();
    });
    expect(status).toBe(404);
  });

  test('can only be read', async () => {
    await using console = await createConsoleFixture();
    expect((await fetch(`${console.baseUrl}/`, { method: 'PUT' })).status).toBe(405);
    const head = await fetch(`${console.baseUrl}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
