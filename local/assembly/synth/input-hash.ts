import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const IGNORED: ReadonlySet<string> = new Set(['node_modules', '.git', '.amplify', 'cdk.out']);

/**
 * A hash over the content of files and folders, and over options. Independent of time stamps and of where the project
 * stands. What doesn't exist counts as absent.
 */
export function hashInputs(projectFolder: string, paths: readonly string[], options: unknown): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(options));
  for (const path of [...paths].sort()) {
    for (const file of filesUnder(join(projectFolder, path))) {
      hash.update(`\0${relative(projectFolder, file).split(sep).join('/')}\0`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 32);
}

function filesUnder(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !IGNORED.has(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
