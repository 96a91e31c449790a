import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalCloud } from '../../local/cloud.ts';
import { expectSuccess } from './shell.ts';
import { runInClone, type Build } from './build.ts';

/** A developer's own backend, in an account of its own: deployed, filled with the demo data twice, taken down. */
export async function rehearseSandbox(build: Build, stateFolder: string): Promise<void> {
  const { steps, clone } = build;
  const outputs = join(clone.folder, 'amplify_outputs.json');
  rmSync(outputs, { force: true });
  await using cloud = await startLocalCloud({ stateFolder, log: () => undefined });
  const own: Build = { ...build, cloud };
  const run = (command: string): Promise<void> =>
    steps.run(`sandbox: ${command}`, async () => expectSuccess(command, await runInClone(own, command)));
  await run('npx ampx sandbox --once --identifier rehearsal');
  await steps.run('sandbox: amplify_outputs.json is written', () => {
    // `ampx sandbox` ends with 0 when its deployment failed.
    if (existsSync(outputs)) return Promise.resolve();
    throw new Error('`ampx sandbox` did not deploy; its log says why.');
  });
  await run('npx ampx sandbox seed --identifier rehearsal');
  await run('npx ampx sandbox seed --identifier rehearsal');
  await run('npx ampx sandbox delete --yes --identifier rehearsal');
}
