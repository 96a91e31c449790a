import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../scripts/lib/paths.ts';

// From `npm start` to the app answering: cold (no .local/, so nothing synthesized, no database) and warm (three times).
// Memory is the resident set of all processes together. It uses a folder of its own.
const PORT = 5391;
const CLOUD_PORT = 4791;
const WARM_ROUNDS = 3;
const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));

interface Start {
  seconds: number;
  memoryMB: number | null;
}

/** The process and its children, from /proc; null where there is none (macOS, Windows). */
function residentMB(pid: number): number | null {
  if (!existsSync('/proc')) return null;
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(
        Number(entry),
        Number(
          readFileSync(`/proc/${entry}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        ),
      );
    } catch {
      // It ended while we looked.
    }
  }
  const isOurs = (one: number): boolean => one === pid || (parents.has(one) && isOurs(parents.get(one)!));
  let kilobytes = 0;
  for (const one of [...parents.keys()].filter(isOurs)) {
    try {
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return Math.round(kilobytes / 1024);
}

async function start(): Promise<Start> {
  const begin = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(PORT),
      CLOUD_PORT: String(CLOUD_PORT),
      LOCAL_FOLDER: join(folder, '.local'),
      AMPLIFY_OUTPUTS: join(folder, 'amplify_outputs.json'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const lines: string[] = [];
  const up = Promise.withResolvers<void>();
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    if (line.includes('Cruddur is up')) up.resolve();
  });
  child.once('exit', () => up.reject(new Error(`npm start ended:\n${lines.join('\n')}`)));
  await up.promise;
  const response = await fetch(`http://127.0.0.1:${PORT}/`);
  if (!response.ok) throw new Error(`The app answered ${response.status}.`);
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  const memoryMB = residentMB(child.pid!);
  const ended = once(child, 'exit');
  process.kill(-child.pid!, 'SIGTERM');
  await ended;
  return { seconds, memoryMB };
}

try {
  const cold = await start();
  const warm: Start[] = [];
  for (let round = 0; round < WARM_ROUNDS; round += 1) warm.push(await start());
  const median = warm.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(WARM_ROUNDS / 2)];
  const aim = { coldSeconds: 25, warmSeconds: 3 };
  console.log(JSON.stringify({ benchmark: 'start', cold, warm, medianWarm: median, aim }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
