import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LocalCloudError } from '../../../core/errors.ts';
import { giveTo, type SystemUser } from './system-user.ts';

export const ADMIN = 'local_cloud_admin';
const PASSWORD_FILE = 'local-cloud-admin-password';

/**
 * Makes Postgres's data folder unless there is one. `initdb` takes most of a second, so its result is kept under the
 * temporary folder and copied; a copy is made aside and moved into place, so that no half-made folder is ever used.
 */
export async function ensureDataFolder(
  native: string,
  data: string,
  version: string,
  user: SystemUser | undefined,
): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const owner = user?.uid ?? process.getuid?.() ?? 0;
  const template = join(tmpdir(), `local-cloud-postgres-template-${version}-${owner}`);
  if (!existsSync(join(template, 'PG_VERSION'))) await makeTemplate(native, template, user);
  // The temporary folder is everybody's: a template that somebody else made is not to be trusted.
  const trusted = process.platform === 'win32' || statSync(template).uid === owner;
  rmSync(data, { recursive: true, force: true });
  const staging = `${data}.new`;
  rmSync(staging, { recursive: true, force: true });
  if (trusted) {
    mkdirSync(dirname(data), { recursive: true });
    await copyAs(user, template, staging);
  } else {
    await initdb(native, staging, user);
  }
  renameSync(staging, data);
}

export function adminPassword(data: string): string {
  return readFileSync(join(data, PASSWORD_FILE), 'utf8');
}

async function makeTemplate(native: string, template: string, user: SystemUser | undefined): Promise<void> {
  const staging = `${template}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await initdb(native, staging, user);
  try {
    renameSync(staging, template);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(join(template, 'PG_VERSION'))) throw error;
  }
}

async function initdb(native: string, folder: string, user: SystemUser | undefined): Promise<void> {
  mkdirSync(folder, { mode: 0o700 });
  giveTo(user, folder);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveTo(user, passwordFile);
  try {
    await run(
      join(native, 'bin', 'initdb'),
      // ICU's en-US orders text as Aurora's default, en_US.UTF-8, does; the C library's locales differ by machine.
      [
        '-D',
        folder,
        '-U',
        ADMIN,
        '-A',
        'scram-sha-256',
        '--pwfile',
        passwordFile,
        '-E',
        'UTF8',
        '--no-sync',
        '--locale-provider=icu',
        '--icu-locale=en-US',
        '--locale=C',
        '--no-instructions',
      ],
      user,
    );
    const kept = join(folder, PASSWORD_FILE);
    writeFileSync(kept, readFileSync(passwordFile), { mode: 0o600 });
    giveTo(user, kept);
  } finally {
    rmSync(passwordFile);
  }
}

/** Copies with owners: as root, by a process of that user, since Node's copy makes files of its own. */
async function copyAs(user: SystemUser | undefined, from: string, to: string): Promise<void> {
  if (!user) {
    cpSync(from, to, { recursive: true });
    chmodSync(to, 0o700);
    return;
  }
  mkdirSync(to, { mode: 0o700 });
  giveTo(user, to);
  await run('/bin/cp', ['-R', `${from}/.`, to], user);
}

function run(command: string, args: string[], user: SystemUser | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...user,
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new LocalCloudError(
          'PostgresFailed',
          `${command} ended with ${code}: ${output.trim()}`,
          'Read its message above; start with `-- --reset` when the data folder is damaged.',
        ),
      );
    });
  });
}
