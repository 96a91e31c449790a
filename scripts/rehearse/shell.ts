import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

export interface ShellResult {
  readonly code: number;
  /** Both streams, as they came. */
  readonly output: string;
}

export interface ShellOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Everything is written there too. */
  readonly log: string;
}

/** Runs one command line as Amplify's build does, in bash. */
export async function shell(command: string, { cwd, env, log }: ShellOptions): Promise<ShellResult> {
  appendFileSync(log, `\n$ ${command}\n`);
  const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      appendFileSync(log, text);
    });
  }
  child.once('error', reject);
  child.once('close', (code) => resolve(code ?? 1));
  return { code: await promise, output };
}

/** Throws an error with the end of the output unless the command succeeded. */
export function expectSuccess(command: string, { code, output }: ShellResult): void {
  if (code === 0) return;
  const tail = output.trimEnd().split('\n').slice(-40).join('\n');
  throw new Error(`\`${command}\` ended with ${code}:\n${tail}`);
}
