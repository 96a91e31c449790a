import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedStack } from '../deploy/deployment.ts';
import { generateOutputs, type AmplifyOutputs, type ObjectReader } from './client-config.ts';

interface CacheFile {
  readonly key: string;
  readonly outputs: AmplifyOutputs;
}

/**
 * The outputs of a deployed stack. Loading Amplify's generator alone takes about a second, so the last result is kept
 * and used again while nothing that it is made of has changed.
 * @param assemblyFolder its name stands for the content of its assets, which never changes
 */
export async function cachedOutputs(
  stack: DeployedStack,
  readObject: ObjectReader,
  stateFolder: string,
  assemblyFolder: string,
): Promise<AmplifyOutputs> {
  const path = join(stateFolder, 'outputs.json');
  const parts = [stack.name, stack.metadata, stack.outputs, assemblyFolder, assetListOf(assemblyFolder)];
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const cached = read(path);
  if (cached?.key === key) return cached.outputs;
  const outputs = await generateOutputs(stack, readObject);
  writeFileSync(`${path}.new`, JSON.stringify({ key, outputs }));
  renameSync(`${path}.new`, path);
  return outputs;
}

function assetListOf(assemblyFolder: string): string {
  const manifest = join(assemblyFolder, 'manifest.json');
  return createHash('sha256').update(readFileSync(manifest)).digest('hex');
}

function read(path: string): CacheFile | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as CacheFile;
  } catch {
    // Only a cache: a damaged file is made again.
    return undefined;
  }
}
