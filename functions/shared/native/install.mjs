// Brings the native packages that functions need on Lambda (linux, arm64) onto whatever machine this is. npm installs
// only those of the machine it runs on; the lock file knows the others too, with their checksums, so this makes a small
// project of them inside node_modules and lets npm install that. Runs after `npm ci`, and before each synth, where it
// has nothing to do unless install scripts are off. Prints the folder that has a `node_modules` with them.
//   node install.mjs [--after-install]    with the option, a failure is only told: synth will try again
// Plain JavaScript without dependencies: it runs while the others are being installed, on npm's own Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = { os: 'linux', cpu: 'arm64', libc: 'glibc' };
/** Packages of package.json whose optional dependencies carry binaries. */
const NATIVE = ['sharp'];

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const home = join(root, 'node_modules', '.lambda');

/** Lock file entries by package name. */
function wantedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const fits = (list, value) => !list || list.includes(value);
  const wanted = {};
  for (const name of NATIVE) {
    for (const optional of Object.keys(packages[`node_modules/${name}`]?.optionalDependencies ?? {})) {
      const entry = packages[`node_modules/${optional}`];
      if (!entry?.cpu) continue;
      if (!fits(entry.os, TARGET.os) || !fits(entry.cpu, TARGET.cpu) || !fits(entry.libc, TARGET.libc))
        continue;
      // In the small project they are what is wanted, not an option.
      const { optional: _optional, dev: _dev, ...rest } = entry;
      wanted[optional] = rest;
    }
  }
  if (!Object.keys(wanted).length) {
    throw new Error(`package-lock.json has no ${TARGET.os}-${TARGET.cpu} binaries of ${NATIVE.join(', ')}.`);
  }
  return wanted;
}

function versionIn(folder, name) {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

function isComplete(folder, wanted) {
  return Object.entries(wanted).every(([name, { version }]) => versionIn(folder, name) === version);
}

function installInto(folder, wanted) {
  const dependencies = Object.fromEntries(
    Object.entries(wanted).map(([name, { version }]) => [name, version]),
  );
  const manifest = { name: 'lambda-binaries', version: '0.0.0', private: true, dependencies };
  const locked = Object.entries(wanted).map(([name, entry]) => [`node_modules/${name}`, entry]);
  const lock = { ...manifest, lockfileVersion: 3, packages: { '': manifest, ...Object.fromEntries(locked) } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  if (existsSync(join(root, '.npmrc'))) cpSync(join(root, '.npmrc'), join(folder, '.npmrc'));
  const options = [
    `--prefix=${folder}`,
    `--os=${TARGET.os}`,
    `--cpu=${TARGET.cpu}`,
    `--libc=${TARGET.libc}`,
    // For an npm that does not know these three yet.
    '--force',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? spawnSync(process.execPath, [process.env.npm_execpath, 'ci', ...options], {
        cwd: folder,
        encoding: 'utf8',
      })
    : spawnSync('npm', ['ci', ...options], {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
  if (npm.status !== 0 || !isComplete(folder, wanted)) {
    const [first = '', second = ''] = String(npm.error ?? npm.stderr).split('\n');
    throw new Error(`npm could not install ${Object.keys(wanted).join(' and ')}: ${first} ${second}`);
  }
}

/** The folder; made first when it is not there. */
function ensure() {
  const wanted = wantedPackages();
  const hash = createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 16);
  const folder = join(home, `${TARGET.os}-${TARGET.cpu}-${hash}`);
  if (isComplete(folder, wanted)) return folder;
  // A machine of the target's own kind has them already.
  if (isComplete(root, wanted)) return root;
  // Not below node_modules: npm would take it for a package there. Moved into place whole, so that none is ever half made.
  const workshop = mkdtempSync(join(tmpdir(), 'lambda-binaries-'));
  const partial = join(home, `.partial-${process.pid}`);
  try {
    installInto(workshop, wanted);
    cpSync(workshop, partial, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
    rmSync(partial, { recursive: true, force: true });
  }
  for (const other of readdirSync(home)) {
    if (other.startsWith(`${TARGET.os}-`) && join(home, other) !== folder) {
      rmSync(join(home, other), { recursive: true, force: true });
    }
  }
  return folder;
}

try {
  process.stdout.write(ensure());
} catch (error) {
  const advice =
    'Functions with native code need them. Connect to the network, then run `node functions/shared/native/install.mjs`.';
  console.error(`${error.message}\n${advice}`);
  if (!process.argv.includes('--after-install')) process.exit(1);
}
