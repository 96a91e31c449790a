import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { startLocalCloud } from '../../local/cloud.ts';
import { createConsole } from '../../local/console/index.ts';
import { serveAsAmplify } from '../rehearse/hosting.ts';
import { seedDemoData } from '../start/seed.ts';
import { root } from './paths.ts';
import { synthesize } from './synthesize.ts';
import { writeOutputs } from './write-outputs.ts';

/** The production build of the app against a local cloud with the demo data, served as Amplify Hosting does. */
export async function startBuiltApp(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'built-app-'));
  const { folder: assembly } = await synthesize('sandbox');
  const cloud = await startLocalCloud({ assembly, stateFolder: join(folder, 'state') });
  cloud.setConsole(createConsole(cloud));
  process.env['AMPLIFY_OUTPUTS'] = join(folder, 'amplify_outputs.json');
  await writeOutputs(cloud, process.env['AMPLIFY_OUTPUTS']);
  await seedDemoData(cloud);
  const outDir = join(folder, 'dist');
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const hosting = await serveAsAmplify(root, outDir, cloud.baseUrl);
  return {
    url: hosting.url,
    async stop() {
      await hosting[Symbol.asyncDispose]();
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
