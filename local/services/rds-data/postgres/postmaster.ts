import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { LocalCloudError } from '../../../core/errors.ts';

/** The process id in the first line of a `postmaster.pid`; undefined when it no longer runs. */
function runningPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) ? pid : undefined;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Stops a Postgres that outlived a killed local cloud, and returns when it is gone. What it acknowledged is in its
 * log, so the next start has it. A process id that belongs to another program by now, or to a Postgres on other data,
 * is left alone.
 */
export async function stopOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = runningPid(file);
  if (pid === undefined || !isPostgresOn(data, pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isRunning(pid); waited += 10) {
    if (waited === 5_000) process.kill(pid, 'SIGQUIT');
    if (waited > 10_000) {
      throw new LocalCloudError(
        'PostgresStillRunning',
        `A Postgres left from an earlier run (process ${pid}) does not stop.`,
        `End process ${pid} and start again.`,
      );
    }
    await delay(10);
  }
}

function isPostgresOn(data: string, pid: number): boolean {
  const command = commandOf(pid);
  // Windows tells the program's name alone.
  return process.platform === 'win32' ? command.includes('postgres') : command.includes(data);
}

/** How a process was called; empty when it has ended meanwhile. */
function commandOf(pid: number): string {
  const [program, ...args] =
    process.platform === 'win32'
      ? ['tasklist', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']
      : ['ps', '-ww', '-o', 'command=', '-p', String(pid)];
  const file = `/proc/${pid}/cmdline`;
  try {
    if (existsSync('/proc/self')) return readFileSync(file, 'utf8').replaceAll('\0', ' ');
    return execFileSync(program!, args, { encoding: 'utf8' });
  } catch (error) {
    if (!isRunning(pid)) return '';
    throw error;
  }
}
