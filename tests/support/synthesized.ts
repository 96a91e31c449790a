import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../scripts/lib/synthesize.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sandboxAssembly: string;
    branchAssembly: string;
    /** What cdk-nag says of the branch's backend. */
    nagReport: string;
  }
}

/** Synthesizes both assemblies once for all integration tests; from the cache when nothing changed. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('sandboxAssembly', (await synthesize('sandbox')).folder);
  // The same assembly as without the checks, and their report beside it: one synth for both.
  const branch = await synthesize('branch', { entry: 'tests/support/nag/nagged-backend.ts' });
  project.provide('branchAssembly', branch.folder);
  project.provide('nagReport', join(branch.folder, 'nag.json'));
}
