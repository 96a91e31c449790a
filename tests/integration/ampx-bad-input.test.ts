import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { accountEnvironment } from '../../scripts/rehearse/environment.ts';
import { startLocalCloud, type LocalCloud } from '../../local/cloud.ts';
import { runAmpx } from '../support/ampx/run-ampx.ts';

// What somebody sees whose account isn't ready, from the real `ampx`: docs/deploying.md quotes these words. What goes wrong in
// the middle of a deployment is rehearsed by `npm run rehearse`.

const folder = mkdtempSync(join(tmpdir(), 'ampx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function account(name: string, bootstrapped: boolean): Promise<LocalCloud> {
  return await startLocalCloud({ stateFolder: join(folder, name), bootstrapped, log: () => undefined });
}
// Its outputs go there, not over those of the working tree.
const ONCE = ['sandbox', '--once', '--identifier', 'test', '--outputs-out-dir', folder];

describe('ampx', () => {
  it('without credentials says so, and how to get some', async () => {
    const { code, output } = await runAmpx(ONCE, { AWS_REGION: 'us-east-1' });
    expect(code).not.toBe(0);
    expect(output).toContain('Failed to load default AWS credentials');
    expect(output).toContain('ampx configure profile');
  });

  it('in an account that is not bootstrapped names the region', async () => {
    await using cloud = await account('bare', false);
    const { output } = await runAmpx(ONCE, accountEnvironment(cloud) as Record<string, string>);
    expect(output).toMatch(/The region us-east-1 has not been bootstrapped/);
  });

  it('in a wrong region names the region', async () => {
    await using cloud = await account('elsewhere', true);
    const env = { ...accountEnvironment(cloud), AWS_REGION: 'eu-west-3' } as Record<string, string>;
    const { code, output } = await runAmpx(ONCE, env);
    expect(code).not.toBe(0);
    expect(output).toContain("not 'eu-west-3'");
  });

  it('refuses a pipeline’s deployment at somebody’s desk', async () => {
    const { code, output } = await runAmpx(['pipeline-deploy', '--branch', 'main', '--app-id', 'd0'], {});
    expect(code).not.toBe(0);
    expect(output).toContain('being run outside of a CI/CD workflow');
  });
});
