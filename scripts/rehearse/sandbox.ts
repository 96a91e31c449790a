import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalCloud } from '../../local/cloud.ts';
import { describeStack } from './backend.ts';
import { runInClone, type Build } from './build.ts';
import { addMigration } from './next-push.ts';
import { whileStarted } from './served-app.ts';
import { expectSuccess } from './shell.ts';

/**
 * A developer's own backend, in an account of its own: deployed after a first attempt that failed halfway, filled with the demo
 * data twice, used by the app, taken down.
 */
export async function rehearseSandbox(build: Build, stateFolder: string): Promise<void> {
  const { steps, clone } = build;
  const outputs = join(clone.folder, 'amplify_outputs.json');
  rmSync(outputs, { force: true });
  await using cloud = await startLocalCloud({ stateFolder, log: () => undefined });
  const own: Build = { ...build, cloud };
  const run = (command: string): Promise<void> =>
    steps.run(`sandbox: ${command}`, async () => expectSuccess(command, await runInClone(own, command)));
  const deploy = 'npx ampx sandbox --once --identifier rehearsal';
  // Its first statement is fine whatever the pushes before added.
  const broken = addMigration(
    clone.folder,
    'broken',
    'create table half_way (id integer);\nalter table half_way add colum other text;\n',
  );
  await steps.run(
    'sandbox: a first deployment that fails halfway says where, and is taken back',
    async () => {
      const { output } = await runInClone(own, deploy);
      const words = `${broken.replace('.sql', '')}, statement 2`;
      if (!output.includes(words)) throw new Error(`ampx did not say «${words}»:\n${output.slice(-2000)}`);
      const { status } = await describeStack(cloud);
      if (status !== 'ROLLBACK_COMPLETE') throw new Error(`The stack's status is ${status}.`);
      return status;
    },
  );
  rmSync(join(clone.folder, 'sql/migrations', broken));
  rmSync(outputs, { force: true });
  await run(deploy);
  await steps.run('sandbox: amplify_outputs.json is written', () => {
    // `ampx sandbox` ends with 0 when its deployment failed.
    if (existsSync(outputs)) return Promise.resolve();
    throw new Error('`ampx sandbox` did not deploy; its log says why.');
  });
  await run('npx ampx sandbox seed --identifier rehearsal');
  await run('npx ampx sandbox seed --identifier rehearsal');
  await steps.run('sandbox: npm start -- --sandbox serves the app for it', () =>
    whileStarted(
      'npm start -- --sandbox',
      { cwd: clone.folder, env: own.env, log: own.log },
      (said, page) => {
        const { auth } = JSON.parse(readFileSync(outputs, 'utf8')) as { auth: { user_pool_id: string } };
        if (!said.includes(auth.user_pool_id)) throw new Error(`It does not name the sandbox:\n${said}`);
        if (!page.includes('id="root"'))
          throw new Error(`This is not the app's page:\n${page.slice(0, 500)}`);
      },
    ),
  );
  await run('npx ampx sandbox delete --yes --identifier rehearsal');
}
