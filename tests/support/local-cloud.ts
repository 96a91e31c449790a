import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../local/cloud.ts';

export interface TestCloud extends AsyncDisposable {
  cloud: LocalCloud;
  stateFolder: string;
}

/** A local cloud of a test's own: a random port, a state folder that goes with it. */
export async function startTestCloud(
  assembly: string,
  options: Partial<LocalCloudOptions> = {},
): Promise<TestCloud> {
  const stateFolder = options.stateFolder ?? mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const lines: string[] = [];
  const cloud = await startLocalCloud({ assembly, stateFolder, log: (line) => lines.push(line), ...options });
  return {
    cloud,
    stateFolder,
    async [Symbol.asyncDispose]() {
      await cloud.stop();
      if (!options.stateFolder) rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}
