import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LocalCloudError } from './errors.ts';

/** The files that the lock of a folder consists of. */
export const LOCK_FILES: readonly string[] = ['lock.sqlite', 'lock.sqlite-journal', 'owner.pid'];

/** A connection that nobody holds is collected and closed, and the lock would go with it. */
const held = new Set<DatabaseSync>();

/**
 * Makes an existing folder this process's own. The lock is the operating system's, by way of SQLite: it ends with the
 * process however that ends, and nobody else's process id can be taken for the owner's.
 * Throws LocalCloudError StateInUse. Returns what releases it; calling that again does nothing.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  const owner = join(folder, 'owner.pid');
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new LocalCloudError(
      'StateInUse',
      `Another local cloud (process ${readOwner(owner)}) uses the state folder ${folder}.`,
      'Stop it, or choose another state folder.',
    );
  }
  held.add(lock);
  writeFileSync(owner, String(process.pid));
  return () => {
    held.delete(lock);
    if (lock.isOpen) lock.close();
  };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === SQLITE_BUSY;
}

/** For the message alone: an owner that has just begun may not have written it yet. */
function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'unknown';
    throw error;
  }
}
