import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalCloud } from '../local/cloud.ts';
import { createConsole } from '../local/console/index.ts';
import { root } from './lib/paths.ts';
import { findBackend } from './rehearse/backend.ts';
import { runPhase, type Build } from './rehearse/build.ts';
import { readBuildSpec } from './rehearse/build-spec.ts';
import { cloneProject, restoreNpmCache } from './rehearse/clone.ts';
import { buildEnvironment } from './rehearse/environment.ts';
import { serveAsAmplify } from './rehearse/hosting.ts';
import { rehearseNextPushes } from './rehearse/pushes.ts';
import { rehearseSandbox } from './rehearse/sandbox.ts';
import { expectSuccess, shell } from './rehearse/shell.ts';
import { createSteps } from './rehearse/steps.ts';

// What a push would do, offline, in a clean clone: `npm run rehearse`. With `-- --quick` it leaves out what CI does anyway, and
// `--e2e newcomer` takes some of the end-to-end tests back in. The commands are those of amplify.yml; the real `ampx` deploys to
// a local cloud; then the built app is served with Amplify's headers and rewrites, and the smoke test and the end-to-end tests
// run against it. Prints JSON at the end.
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    branch: { type: 'string', default: 'feature/rehearsal' },
    keep: { type: 'boolean', default: false },
    /** Only the end-to-end tests whose file's name holds this; with --quick too. */
    e2e: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
// Postgres runs as another user where this is root.
chmodSync(folder, 0o755);
const log = join(folder, 'rehearsal.log');
const steps = createSteps((line) => console.error(line));
const begin = performance.now();
let failure: unknown;
let commit = '';

try {
  const clone = cloneProject(root, join(folder, 'app'));
  commit = clone.commit;
  console.error(`Commit ${commit.slice(0, 12)} in ${folder}; all output in ${log}`);
  if (clone.dirty)
    steps.note('working tree', 'skipped', 'it has changes that are not committed: a push leaves them');
  const spec = readBuildSpec(clone.folder);
  if (spec.cachedPaths.some((path) => path.startsWith('.npm/'))) restoreNpmCache(clone);

  // Inside the project: functions carry Lambda's binaries, and find those of this machine's processor above.
  const account = join(clone.folder, '.local/account');
  await using cloud = await startLocalCloud({ stateFolder: account, log: () => undefined });
  cloud.setConsole(createConsole(cloud));
  const push = { branch: values.branch, appId: 'd0rehearsal0', commit };
  const env = buildEnvironment(root, push, cloud.context.region);
  const build: Build = { root, clone, cloud, env, log, steps, quick: values.quick };
  for (const phase of spec.phases) await runPhase(build, phase);

  await using site = await serveAsAmplify(
    clone.folder,
    join(clone.folder, spec.baseDirectory),
    cloud.baseUrl,
  );
  const here = async (command: string, more: NodeJS.ProcessEnv = {}): Promise<void> =>
    expectSuccess(command, await shell(command, { cwd: clone.folder, env: { ...env, ...more }, log }));
  await steps.run('demo data', async () => (await findBackend(cloud)).seed());
  await steps.run('npm run smoke against it', () => here('npm run smoke -- --outputs amplify_outputs.json'));
  const filter = values.e2e?.replace(/[^\w.-]/g, '');
  if (values.quick && !filter) steps.note('end-to-end tests', 'skipped', 'left out by --quick');
  else {
    const where = { E2E_APP_URL: site.url, E2E_CLOUD_URL: cloud.baseUrl };
    const command = filter
      ? `node scripts/run.mjs node_modules/vitest/vitest.mjs run --project e2e ${filter}`
      : 'npm test -- e2e';
    await steps.run(`end-to-end tests against it: ${filter ?? 'all'}`, () => here(command, where));
  }
  const deploy = spec.phases.find(({ commands }) => commands.some((one) => one.includes('pipeline-deploy')));
  if (!deploy) throw new Error('amplify.yml has no phase that runs `ampx pipeline-deploy`.');
  await rehearseNextPushes(build, deploy);
  await steps.run('npm run smoke after all pushes', () =>
    here('npm run smoke -- --outputs amplify_outputs.json'),
  );
  if (values.quick) steps.note('sandbox', 'skipped', 'left out by --quick');
  else await rehearseSandbox(build, join(clone.folder, '.local/sandbox'));
} catch (error) {
  failure = error;
}

const seconds = Math.round((performance.now() - begin) / 100) / 10;
const keep = values.keep || failure !== undefined;
if (!keep) rmSync(folder, { recursive: true, force: true });
else console.error(`Kept: ${folder}`);
const report = { ok: failure === undefined, commit, seconds, steps: steps.reports };
console.log(JSON.stringify(failure === undefined ? report : { ...report, error: String(failure) }, null, 2));
process.exit(failure === undefined ? 0 : 1);
