import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { hashInputs } from './input-hash.ts';
import { synth, type SynthOptions } from './synth.ts';

export interface CachedSynthOptions extends Omit<SynthOptions, 'outFolder'> {
  /** Where assemblies are kept, an absolute path; one folder each. */
  readonly cacheFolder: string;
  /** Files and folders that a synth reads, relative to the project, for example `amplify` and `package-lock.json`. */
  readonly inputs: readonly string[];
}

export interface CachedSynth {
  /** The assembly's folder. It never changes: other inputs give another folder. */
  readonly folder: string;
  /** False when nothing had to be synthesized. */
  readonly fresh: boolean;
}

/** Assemblies that are kept beside the newest, for going back and forth between branches. */
const KEPT = 4;

/** Synthesizes, unless an assembly of exactly these inputs is there already. Throws as `synth` does. */
export async function synthCached(options: CachedSynthOptions): Promise<CachedSynth> {
  const { cacheFolder, inputs, ...rest } = options;
  const { type, name, namespace, entry, tsconfig } = rest;
  const identity = { type, name, namespace, entry, tsconfig, node: process.versions.node.split('.')[0] };
  const hash = hashInputs(options.projectFolder, inputs, identity);
  const folder = join(cacheFolder, hash);
  if (existsSync(join(folder, 'manifest.json'))) {
    const now = (performance.timeOrigin + performance.now()) / 1000;
    utimesSync(folder, now, now);
    return { folder, fresh: false };
  }
  mkdirSync(cacheFolder, { recursive: true });
  const partial = join(cacheFolder, `.${hash}.${process.pid}`);
  try {
    await synth({ ...rest, outFolder: partial });
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  forgetOldest(cacheFolder, folder);
  return { folder, fresh: true };
}

function forgetOldest(cacheFolder: string, newest: string): void {
  const folders = readdirSync(cacheFolder)
    .filter((name) => /^[0-9a-f]{32}$/.test(name))
    .map((name) => join(cacheFolder, name))
    .filter((folder) => folder !== newest)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}
