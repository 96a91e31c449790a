import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.ts';

/** Runs the real `ampx` in the project, as a person would. Nobody's own credentials reach it. */
export async function runAmpx(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const home = mkdtempSync(join(tmpdir(), 'ampx-home-'));
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin/ampx'), ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      // What npx says of itself.
      npm_config_user_agent: 'npm/11.0.0 node/v24.0.0',
      AMPLIFY_DISABLE_TELEMETRY: '1',
      AWS_EC2_METADATA_DISABLED: 'true',
      NO_COLOR: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('close', resolve);
  const code = await promise;
  return { code, output: output.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '') };
}
