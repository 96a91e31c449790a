import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalCloud, type LocalCloud } from '../local/cloud.ts';
import { createConsole } from '../local/console/index.ts';
import { explainAndExit } from './lib/explain.ts';
import { synthesize } from './lib/synthesize.ts';
import { writeOutputs } from './lib/write-outputs.ts';
import { configureAmplify } from './smoke/configure.ts';
import { newcomersJourney } from './smoke/journey.ts';

// A newcomer's first minutes with the real Amplify client. Without arguments it starts a local cloud of its own;
// `--outputs FILE` takes any amplify_outputs.json: a running local cloud's, or a deployed stack's (then it asks for the
// code that was mailed to `--email`). Prints one JSON line; exits with 0 when every step passed.
const { values } = parseArgs({ options: { outputs: { type: 'string' }, email: { type: 'string' } } });

interface StepReport {
  step: string;
  ms: number;
}
const steps: StepReport[] = [];

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    steps.push({ step: name, ms: Math.round(performance.now() - start) });
  }
}

/** A local cloud of this run's own, and its amplify_outputs.json. */
async function ownCloud(folder: string): Promise<{ cloud: LocalCloud; file: string }> {
  const { folder: assembly } = await synthesize('sandbox');
  const cloud = await startLocalCloud({ assembly, stateFolder: join(folder, 'state') });
  cloud.setConsole(createConsole(cloud));
  const file = join(folder, 'amplify_outputs.json');
  await writeOutputs(cloud, file);
  return { cloud, file };
}

async function askForCode(email: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const code = await terminal.question(`The code that was mailed to ${email}: `);
  terminal.close();
  return code.trim();
}

const folder = mkdtempSync(join(tmpdir(), 'smoke-'));
let own: Awaited<ReturnType<typeof ownCloud>> | undefined;
let failure: unknown;
try {
  if (values.outputs && !existsSync(values.outputs)) throw new Error(`There is no file ${values.outputs}.`);
  const begin = performance.now();
  if (!values.outputs) own = await ownCloud(folder);
  if (own) steps.push({ step: 'startLocalCloud', ms: Math.round(performance.now() - begin) });
  const localUrl = configureAmplify(values.outputs ?? own!.file);
  const digits = String(randomInt(1_000_000)).padStart(6, '0');
  const email = values.email ?? `smoke-${digits}@example.com`;
  const readCode = localUrl ? await localCodeReader(localUrl, email) : () => askForCode(email);
  await newcomersJourney({ email, handle: `smoke_${digits}`, readCode }, step);
} catch (error) {
  failure = error;
} finally {
  await own?.cloud.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  JSON.stringify({ ok: failure === undefined, steps, ...(failure ? { error: String(failure) } : {}) }),
);
if (failure) explainAndExit(failure);
process.exit(0);

/** Reads codes as a person does, from the console's inbox. */
async function localCodeReader(cloudUrl: string, email: string): Promise<() => Promise<string>> {
  const { codeFor } = await import('./smoke/inbox.ts');
  return () => codeFor(cloudUrl, email);
}
