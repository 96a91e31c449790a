import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCloudError } from '../core/errors.ts';

/**
 * Makes a state folder this process's own. A lock whose process is gone is taken over.
 * Throws LocalCloudError StateInUse. Returns what releases it.
 */
export function lockStateFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = openSync(path, 'wx', 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(path);
      if (owner !== undefined && isAlive(owner)) throw inUse(folder, owner);
      rmSync(path, { force: true });
    }
  }
  throw inUse(folder, undefined);
}

function ownerOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(folder: string, owner: number | undefined): LocalCloudError {
  return new LocalCloudError(
    'StateInUse',
    `Another local cloud (process ${owner ?? 'unknown'}) uses the state folder ${folder}.`,
    'Stop it, or choose another state folder.',
  );
}
