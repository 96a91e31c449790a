import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stopOrphan } from './postmaster.ts';

const WAITS = 'console.log(1); setInterval(() => {}, 1000)';

test.each([
  ['another program', (_data: string): string[] => ['-e', WAITS]],
  [
    'a server on other data',
    (data: string) => ['-e', WAITS, '--', '-D', `${data}-of-somebody-else`.replace('orphan', 'x')],
  ],
])('%s that has the process id by now is left alone', async (_, call) => {
  const data = mkdtempSync(join(tmpdir(), 'orphan-'));
  const other = spawn(process.execPath, call(data), { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(other.stdout!, 'data');
    writeFileSync(join(data, 'postmaster.pid'), `${other.pid}\n${data}\n`);
    await stopOrphan(data);
    expect(other.exitCode).toBeNull();
    expect(other.signalCode).toBeNull();
  } finally {
    other.kill('SIGKILL');
    rmSync(data, { recursive: true });
  }
});

test('a server on this data is stopped', async () => {
  const data = mkdtempSync(join(tmpdir(), 'orphan-'));
  const server = spawn(process.execPath, ['-e', WAITS, '--', '-D', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'close');
  await once(server.stdout!, 'data');
  writeFileSync(join(data, 'postmaster.pid'), `${server.pid}\n${data}\n`);
  await stopOrphan(data);
  await ended;
  expect(server.signalCode).toBe('SIGINT');
  rmSync(data, { recursive: true });
});
