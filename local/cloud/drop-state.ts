import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_FILES, lockFolder } from '../core/folder-lock.ts';

/**
 * Removes everything in the state folder of a local cloud that doesn't run, for a start from nothing.
 * Throws LocalCloudError StateInUse, and removes nothing, when one runs on it.
 */
export function dropState(folder: string): void {
  if (!existsSync(folder)) return;
  const unlock = lockFolder(folder);
  try {
    for (const name of readdirSync(folder)) {
      if (!LOCK_FILES.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
    }
  } finally {
    unlock();
  }
}
