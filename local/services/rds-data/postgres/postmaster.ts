import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { LocalCloudError } from '../../../core/errors.ts';

/** The process id in the first line of a `postmaster.pid` or an owner file; undefined when it no longer runs. */
function runningPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) ? pid : undefined;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes this process the owner of a state folder. A running owner is another local cloud: two on one database would
 * each stop the other's Postgres. Throws LocalCloudError.
 */
export function claimFolder(stateFolder: string): void {
  const file = join(stateFolder, 'owner.pid');
  const owner = runningPid(file);
  if (owner !== undefined && owner !== process.pid) {
    throw new LocalCloudError(
      'StateInUse',
      `Another local cloud (process ${owner}) uses the state in ${stateFolder}.`,
      'Stop it first, or start this one with another state folder.',
    );
  }
  writeFileSync(file, `${process.pid}\n`);
}

export function releaseFolder(stateFolder: string): void {
  rmSync(join(stateFolder, 'owner.pid'), { force: true });
}

/**
 * Stops a Postgres that outlived a killed local cloud, and returns when it is gone. What it acknowledged is in its
 * log, so the next start has it. A process id that now belongs to another program is left alone.
 */
export async function stopOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = runningPid(file);
  if (pid === undefined || !isPostgres(pid)) return;
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

function isPostgres(pid: number): boolean {
  const command = `/proc/${pid}/comm`;
  // Elsewhere than on Linux the pid file alone must do: Postgres removes it when it ends by itself.
  return (
    !existsSync('/proc') || (existsSync(command) && readFileSync(command, 'utf8').startsWith('postgres'))
  );
}
