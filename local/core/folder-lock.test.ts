import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inUse = expect.objectContaining({
  code: 'StateInUse',
  message: expect.stringContaining(`process ${process.pid}`),
});

test('a folder has one owner, also within one process, until it lets go', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(inUse);
  unlock();
  const again = lockFolder(folder);
  // Letting go a second time must not take the lock from the next owner.
  unlock();
  expect(() => lockFolder(folder)).toThrow(inUse);
  again();
});

test('an owner that is killed leaves no lock, though its process id may be somebody else’s by now', async () => {
  const code = `import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
    globalThis.unlock = lockFolder(${JSON.stringify(folder)}); process.stdout.write('locked'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'StateInUse' }));
  } finally {
    child.kill('SIGKILL');
  }
  await once(child, 'close');
  writeFileSync(join(folder, 'owner.pid'), String(process.ppid));
  lockFolder(folder)();
});
