import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Clone {
  readonly folder: string;
  readonly commit: string;
  /** The working tree holds changes that are not committed, and so are not in the clone. */
  readonly dirty: boolean;
}

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** Clones what is committed, as Amplify does for a push. */
export function cloneProject(root: string, folder: string): Clone {
  git(root, 'clone', '--quiet', root, folder);
  return {
    folder,
    commit: git(folder, 'rev-parse', 'HEAD'),
    dirty: git(root, 'status', '--porcelain') !== '',
  };
}

/** Gives the build the cache that the build before it left: npm's, which this machine has already. */
export function restoreNpmCache(clone: Clone): void {
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
  const own = join(clone.folder, '.npm');
  if (existsSync(cache) && !existsSync(own)) symlinkSync(cache, own, 'junction');
}

/** Takes the packages of the working tree. Throws when those are not the ones of the clone's lock file. */
export function copyPackages(root: string, clone: Clone): void {
  const lock = (folder: string): string => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (lock(root) !== lock(clone.folder))
    throw new Error('package-lock.json has changes that are not committed.');
  const from = join(root, 'node_modules');
  const to = join(clone.folder, 'node_modules');
  try {
    // As links where the file system has them: a hundred thousand files.
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  // What scripts/run.mjs compares; a link must not be written through.
  const stamp = join(to, '.installed-lock');
  rmSync(stamp, { force: true });
  writeFileSync(
    stamp,
    createHash('sha256')
      .update(readFileSync(join(clone.folder, 'package-lock.json')))
      .digest('hex'),
  );
}
