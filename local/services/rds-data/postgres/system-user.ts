import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { LocalCloudError } from '../../../core/errors.ts';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Postgres refuses to run as root. As root (containers, CI) it runs as the system's `postgres`, or as `nobody`.
 * Undefined means: as whoever we are.
 */
export function findSystemUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const wanted of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${wanted}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new LocalCloudError(
    'NoUserForPostgres',
    'Postgres refuses to run as root, and this system has neither a user `postgres` nor `nobody`.',
    'Start as an ordinary user, or create one: `useradd --system postgres`.',
  );
}

/** Whether the user can walk down to the folder. */
export function canReach(user: SystemUser | undefined, folder: string): boolean {
  return user === undefined || unreachable(user, folder).length === 0;
}

/**
 * Lets the user walk through `folder` and its parent, which are ours (the state folder), without letting it list
 * them. Answers whether the folder can be reached then; what lies above stays as it is.
 */
export function openStateFolder(user: SystemUser, folder: string): boolean {
  for (const ours of [folder, dirname(folder)]) {
    if (unreachable(user, ours).includes(ours)) chmodSync(ours, statSync(ours).mode | 0o001);
  }
  return canReach(user, folder);
}

export function giveTo(user: SystemUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function unreachable(user: SystemUser, folder: string): string[] {
  const closed: string[] = [];
  for (let path = folder; ; path = dirname(path)) {
    const { uid, gid, mode } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) closed.push(path);
    if (path === dirname(path)) return closed;
  }
}
