import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { startLocalCloud } from '../../local/cloud.ts';
import { createConsole } from '../../local/console/index.ts';
import { seedDemoData } from '../start/seed.ts';
import { root } from './paths.ts';
import { synthesize } from './synthesize.ts';
import { writeOutputs } from './write-outputs.ts';

export interface DemoApp {
  readonly cloudUrl: string;
  /** Where the production build of the app is, which whoever called this serves. */
  readonly outDir: string;
  /** Stops the local cloud and removes all files. */
  stop(): Promise<void>;
}

/** A local cloud with the demo data, and the production build of the app for it. */
export async function buildDemoApp(): Promise<DemoApp> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-app-'));
  const { folder: assembly } = await synthesize('sandbox');
  const cloud = await startLocalCloud({ assembly, stateFolder: join(folder, 'state') });
  cloud.setConsole(createConsole(cloud));
  process.env['AMPLIFY_OUTPUTS'] = join(folder, 'amplify_outputs.json');
  await writeOutputs(cloud, process.env['AMPLIFY_OUTPUTS']);
  await seedDemoData(cloud);
  const outDir = join(folder, 'dist');
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  return {
    cloudUrl: cloud.baseUrl,
    outDir,
    async stop() {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
