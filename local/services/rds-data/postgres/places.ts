import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalCloudError } from '../../../core/errors.ts';
import type { PostgresBinaries } from './binaries.ts';
import { canReach, giveTo, openStateFolder, type SystemUser } from './system-user.ts';

export interface Places {
  readonly native: string;
  /** Postgres's data folder; need not exist yet. */
  readonly data: string;
  /** Set when the state folder could not be reached by the user that Postgres runs as. */
  readonly moved?: string;
}

/**
 * Where binaries and data stand so that the user Postgres runs as can reach them. Usually where they are; below a
 * closed folder such as `/root` the data go under the temporary folder, keyed by the state folder, and so do the
 * binaries, keyed by their version.
 */
export function choosePlaces(
  binaries: PostgresBinaries,
  stateFolder: string,
  user: SystemUser | undefined,
): Places {
  const native = canReach(user, binaries.folder) ? binaries.folder : copyBinaries(binaries);
  if (!user || openStateFolder(user, stateFolder)) return { native, data: join(stateFolder, 'data') };
  const key = createHash('sha256').update(stateFolder).digest('hex').slice(0, 16);
  const moved = join(tmpdir(), `local-cloud-postgres-${key}`);
  mkdirSync(moved, { recursive: true, mode: 0o711 });
  giveTo(user, moved);
  dropForgotten(stateFolder, moved);
  if (!canReach(user, moved)) {
    throw new LocalCloudError(
      'NoPlaceForPostgres',
      `The user that Postgres runs as can reach neither ${stateFolder} nor ${moved}.`,
      'Start as an ordinary user, or keep the project in a folder that others may enter (chmod o+x).',
    );
  }
  return { native, data: join(moved, 'data'), moved };
}

/** Moved data belong to the state folder: when that was removed, and began anew, so do they. */
function dropForgotten(stateFolder: string, moved: string): void {
  const pointer = join(stateFolder, 'data.moved');
  if (!existsSync(pointer)) rmSync(join(moved, 'data'), { recursive: true, force: true });
  writeFileSync(pointer, `${moved}\n`);
}

function copyBinaries(binaries: PostgresBinaries): string {
  const target = join(tmpdir(), `local-cloud-postgres-binaries-${binaries.version}`);
  if (existsSync(target)) {
    // The temporary folder is everybody's: programs that somebody else put there are not to be run.
    if (process.platform === 'win32' || statSync(target).uid === process.getuid?.()) return target;
    throw new LocalCloudError(
      'ForeignBinaries',
      `${target} belongs to another user.`,
      'Remove it, or set TMPDIR to a folder of your own.',
    );
  }
  const staging = `${target}.${process.pid}`;
  cpSync(binaries.folder, staging, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(staging, target);
  } catch (error) {
    // Another process was quicker: its copy is as good.
    rmSync(staging, { recursive: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
