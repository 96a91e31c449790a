import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}

/**
 * Runs `npm start …` until it says that it is up, hands what it said and its page to `look`, and ends it as Ctrl-C does.
 * Throws when it ends before it is up, or doesn't end well.
 */
export async function whileStarted(
  command: string,
  { cwd, env, log }: { cwd: string; env: NodeJS.ProcessEnv; log: string },
  look: (said: string, page: string) => void,
): Promise<void> {
  const port = await freePort();
  const child = spawn('bash', ['-c', command], {
    cwd,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, to which a terminal's Ctrl-C would go.
    detached: true,
  });
  let said = '';
  const up = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<number | null>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      appendFileSync(log, text);
      if (said.includes('Cruddur is up')) up.resolve();
    });
  }
  child.once('error', up.reject);
  child.once('close', (code) => {
    ended.resolve(code);
    up.reject(new Error(`\`${command}\` ended with ${code} before it was up:\n${said.slice(-2000)}`));
  });
  try {
    await up.promise;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    look(said, await answer.text());
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
  }
  await ended.promise;
}
