import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resourcesOf } from '../../../tests/support/templates.ts';
import { summarize } from '../statistics.ts';

export interface ColdStart {
  /** The code, and everything that travels with it. */
  codeKB: number;
  totalKB: number;
  /** Until the module is loaded, in a new process each time. */
  importMs: number;
}

const IMPORT = (file: string): string =>
  `const start = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - start);`;

/** What each of the assembly's own functions costs before it answers for the first time. */
export function coldStarts(assembly: string, rounds: number): Record<string, ColdStart> {
  const result: Record<string, ColdStart> = {};
  for (const { Type, logicalId, Properties } of resourcesOf(assembly)) {
    if (Type !== 'AWS::Lambda::Function' || !Properties['Code'].S3Key) continue;
    const folder = join(assembly, `asset.${String(Properties['Code'].S3Key).replace(/\.zip$/, '')}`);
    const code = statSync(join(folder, 'index.mjs'), { throwIfNoEntry: false });
    // Amplify's and CDK's own are not ours to improve.
    if (!code || !statSync(join(folder, 'index.mjs.map'), { throwIfNoEntry: false })) continue;
    const times = Array.from({ length: rounds }, () => importOnce(join(folder, 'index.mjs')));
    result[logicalId.replace(/[0-9A-F]{8}$/, '')] = {
      codeKB: Math.round(code.size / 1024),
      totalKB: Math.round(sizeOf(folder) / 1024),
      importMs: Math.round(summarize(times).p50),
    };
  }
  return result;
}

function importOnce(file: string): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', IMPORT(pathToFileURL(file).href)],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], AWS_REGION: 'us-east-1' } },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
