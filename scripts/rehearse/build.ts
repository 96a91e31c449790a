import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLocalEndpoints, writeOutputsFile } from '../lib/local-outputs.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import type { BuildPhase } from './build-spec.ts';
import { copyPackages, type Clone } from './clone.ts';
import { accountEnvironment } from './environment.ts';
import { expectSuccess, shell } from './shell.ts';
import type { Steps } from './steps.ts';

export interface Build {
  readonly root: string;
  readonly clone: Clone;
  readonly cloud: LocalCloud;
  readonly env: NodeJS.ProcessEnv;
  readonly log: string;
  readonly steps: Steps;
  /** Leaves out what only reads the code, and takes the packages of the working tree. */
  readonly quick: boolean;
}

const INSTALL = /^npm ci\b/;
const NEEDS_REGISTRY = /^npm run audit\b/;
const NEEDS_ACCOUNT = /\bampx\b/;
const READS_THE_CODE = /^npm (run check|test)\b/;

/** Runs the commands of one phase. Throws at the first that fails, as Amplify stops there. */
export async function runPhase(build: Build, phase: BuildPhase): Promise<void> {
  for (const command of phase.commands) await runCommand(build, phase.name, command);
  addEndpoints(build);
}

async function runCommand(build: Build, phase: string, command: string): Promise<void> {
  const { steps, quick } = build;
  const name = `${phase}: ${command}`;
  if (NEEDS_REGISTRY.test(command)) return steps.note(name, 'skipped', 'it needs the registry');
  if (quick && READS_THE_CODE.test(command)) return steps.note(name, 'skipped', 'left out by --quick');
  if (INSTALL.test(command)) return await install(build, name, command);
  await steps.run(name, async () => expectSuccess(command, await runInClone(build, command)));
}

/** One command in the clone; with an account when it is one of Amplify's. */
export function runInClone(build: Build, command: string): Promise<{ code: number; output: string }> {
  const { clone, cloud, log } = build;
  const env = { ...build.env, ...(NEEDS_ACCOUNT.test(command) ? accountEnvironment(cloud) : {}) };
  return shell(command, { cwd: clone.folder, env, log });
}

/** `npm ci` from npm's cache. Where that lacks a package nothing can be rehearsed: the working tree's stand in. */
async function install(build: Build, name: string, command: string): Promise<void> {
  const { steps, root, clone, log, quick } = build;
  let why = 'left out by --quick; the packages are those of this working tree';
  if (!quick) {
    const env = { ...build.env, npm_config_offline: 'true' };
    let missing: string | undefined;
    await steps.run(name, async () => {
      const result = await shell(command, { cwd: clone.folder, env, log });
      missing = /ENOTCACHED[^\n]*\n.*?request to (\S+)/s.exec(result.output)?.[1];
      if (missing === undefined) expectSuccess(command, result);
      return missing === undefined ? undefined : 'npm’s cache of this machine lacks packages';
    });
    if (missing === undefined) return;
    why =
      'not rehearsed to its end: offline, and not all packages are in npm’s cache; those of this working tree stand in';
  }
  copyPackages(root, clone);
  steps.note(name, 'replaced', why);
}

/** What `ampx` can't know: where this machine's Cognito is. */
function addEndpoints({ clone, cloud }: Build): void {
  const file = join(clone.folder, 'amplify_outputs.json');
  if (!existsSync(file)) return;
  writeOutputsFile(file, withLocalEndpoints(JSON.parse(readFileSync(file, 'utf8')) as object, cloud.baseUrl));
}
