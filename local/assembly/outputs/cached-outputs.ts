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
 * @param baseUrl the gateway's address; another port is no reason to generate again
 */
export async function cachedOutputs(
  stack: DeployedStack,
  readObject: ObjectReader,
  stateFolder: string,
  assemblyFolder: string,
  baseUrl: string,
): Promise<AmplifyOutputs> {
  const path = join(stateFolder, 'outputs.json');
  const served = { ...stack, outputs: overPlainHttp(stack.outputs, baseUrl) };
  const parts = [served.name, served.metadata, served.outputs, manifestOf(assemblyFolder)];
  const text = JSON.stringify(parts).replaceAll(baseUrl, PLACEHOLDER);
  const key = createHash('sha256').update(text).digest('hex');
  const cached = read(path);
  if (cached?.key === key) {
    return JSON.parse(JSON.stringify(cached.outputs).replaceAll(PLACEHOLDER, baseUrl)) as AmplifyOutputs;
  }
  const outputs = await generateOutputs(served, readObject);
  const file = JSON.stringify({ key, outputs }).replaceAll(baseUrl, PLACEHOLDER);
  writeFileSync(`${path}.new`, file, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return outputs;
}

/** A template writes `https://${distribution.DomainName}`; the domain is this gateway's, which has no TLS. */
function overPlainHttp(outputs: DeployedStack['outputs'], baseUrl: string): DeployedStack['outputs'] {
  const text = JSON.stringify(outputs).replaceAll(baseUrl.replace(/^http:/, 'https:'), baseUrl);
  return JSON.parse(text) as DeployedStack['outputs'];
}

/** Stands for the gateway's address in the cache. */
const PLACEHOLDER = 'http://local-cloud.invalid';

/** It holds the root template's hash, and that holds those of everything below it. */
function manifestOf(assemblyFolder: string): string {
  return readFileSync(join(assemblyFolder, 'manifest.json'), 'utf8');
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
