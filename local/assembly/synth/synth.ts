import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Readable } from 'node:stream';
import { LocalCloudError } from '../../core/errors.ts';

export interface SynthOptions {
  /** The project's folder; `tsx` and the Amplify packages are resolved from it. */
  readonly projectFolder: string;
  /** For example `amplify/backend.ts`, relative to the project. */
  readonly entry: string;
  /** For example `amplify/tsconfig.json`, relative to the project. */
  readonly tsconfig: string;
  readonly type: 'sandbox' | 'branch';
  /** The backend's name (a branch's name, or the sandbox's) and the namespace it belongs to. */
  readonly name: string;
  readonly namespace: string;
  /** Where the cloud assembly goes, an absolute path. */
  readonly outFolder: string;
}

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly resolution?: string;
  readonly cause?: Failure;
}

/**
 * Synthesizes an Amplify Gen 2 backend offline, in a child process.
 * Throws LocalCloudError SynthFailed with the definition's own error, its cause, and where it is.
 */
export async function synth(options: SynthOptions): Promise<void> {
  const project = resolve(options.projectFolder);
  mkdirSync(options.outFolder, { recursive: true });
  const tsx = createRequire(join(project, 'package.json')).resolve('tsx');
  const loader = fileURLToPath(new URL('./loader.mjs', import.meta.url));
  const child = spawn(
    process.execPath,
    // Not tsx's own command: that starts a second process, to which descriptor 3 doesn't lead.
    ['--import', pathToFileURL(tsx).href, loader, join(project, options.entry)],
    { cwd: project, env: environment(options), stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const { promise, resolve: exited, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', exited);
  const [code, output, failure] = await Promise.all([
    promise,
    collect(child.stdout, child.stderr),
    collect(child.stdio[3] as Readable),
  ]);
  if (code === 0 && existsSync(join(options.outFolder, 'manifest.json'))) return;
  throw synthFailed(failure, output);
}

function environment(options: SynthOptions): NodeJS.ProcessEnv {
  const context = {
    'amplify-backend-namespace': options.namespace,
    'amplify-backend-name': options.name,
    'amplify-backend-type': options.type,
  };
  return {
    ...process.env,
    CDK_OUTDIR: options.outFolder,
    CDK_CONTEXT_JSON: JSON.stringify(context),
    // A test runner's own settings must not reach the definitions.
    NODE_OPTIONS: '',
    TSX_TSCONFIG_PATH: join(resolve(options.projectFolder), options.tsconfig),
    FORCE_COLOR: '0',
  };
}

async function collect(...streams: readonly (Readable | null)[]): Promise<string> {
  const chunks: Buffer[] = [];
  await Promise.all(
    streams.map(async (stream) => {
      for await (const chunk of stream ?? []) chunks.push(Buffer.from(chunk as Buffer));
    }),
  );
  return Buffer.concat(chunks).toString('utf8');
}

function synthFailed(report: string, output: string): LocalCloudError {
  const failure = report === '' ? undefined : (JSON.parse(report) as Failure);
  if (!failure) {
    const tail = output.trim().split('\n').slice(-20).join('\n');
    return new LocalCloudError('SynthFailed', `The backend could not be synthesized.\n${tail}`, RESOLUTION);
  }
  const lines: string[] = [];
  for (let one: Failure | undefined = failure; one; one = one.cause)
    lines.push(`${one.name}: ${one.message}`);
  const place = firstOwnFrame(failure);
  const resolution = deepestResolution(failure) ?? RESOLUTION;
  return new LocalCloudError(
    'SynthFailed',
    `The backend could not be synthesized.\n${lines.join('\ncaused by ')}${place ? `\n${place}` : ''}`,
    resolution,
  );
}

const RESOLUTION = 'Correct the definition; `npx tsc -p amplify` may say more.';

function deepestResolution(failure: Failure): string | undefined {
  return (failure.cause && deepestResolution(failure.cause)) ?? failure.resolution;
}

/** The first line of the stack that is in the project's own code. */
function firstOwnFrame(failure: Failure): string | undefined {
  const frames = (failure.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.find((line) => !/node_modules|node:|loader\.mjs/.test(line))?.trim();
  return own ?? (failure.cause && firstOwnFrame(failure.cause));
}
