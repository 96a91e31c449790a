import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCloudError } from '../../../core/errors.ts';
import { lockFolder } from '../../../core/folder-lock.ts';
import { findBinaries } from './binaries.ts';
import { ADMIN, adminPassword, ensureDataFolder } from './cluster-files.ts';
import { choosePlaces } from './places.ts';
import { stopOrphan } from './postmaster.ts';
import { SETTINGS } from './settings.ts';
import { findSystemUser, type SystemUser } from './system-user.ts';

export interface PostgresServer {
  readonly port: number;
  readonly pid: number;
  readonly admin: { readonly user: string; readonly password: string };
  readonly dataFolder: string;
  /** Ends all sessions and waits until the server has written everything. */
  stop(): Promise<void>;
}

/** Starts the real Postgres on a free port of 127.0.0.1; a second start of the same folder takes some 40 ms. */
export async function startPostgres(stateFolder: string): Promise<PostgresServer> {
  const unlock = lockFolder(stateFolder);
  try {
    const binaries = findBinaries();
    const user = findSystemUser();
    const { native, data } = choosePlaces(binaries, stateFolder, user);
    await stopOrphan(data);
    await ensureDataFolder(native, data, binaries.version, user);
    const { child, port } = await launch(native, data, user);
    return {
      port,
      pid: child.pid as number,
      admin: { user: ADMIN, password: adminPassword(data) },
      dataFolder: data,
      async stop() {
        await end(child);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Removes the data of a stopped server. */
export function dropData(stateFolder: string): void {
  const { data } = choosePlaces(findBinaries(), stateFolder, findSystemUser());
  rmSync(data, { recursive: true, force: true });
}

async function launch(
  native: string,
  data: string,
  user: SystemUser | undefined,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...settings], {
      ...user,
      cwd: data,
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const failure = await ready(child);
    if (failure === undefined) return { child, port };
    if (failure.includes('Address already in use') && attempt < 5) continue;
    throw new LocalCloudError(
      'PostgresFailed',
      `Postgres did not start: ${failure.trim()}`,
      'Start with `-- --reset` when its data folder is damaged.',
    );
  }
}

/** Resolves with undefined when the server takes connections, or with what it said before it ended. */
function ready(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => resolve(said));
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (text: string) => {
      if (said.includes('ready to accept connections')) return;
      said += text;
      if (said.includes('ready to accept connections')) resolve(undefined);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on('exit', () => resolve());
    child.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
