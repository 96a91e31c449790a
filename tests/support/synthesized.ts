import type { TestProject } from 'vitest/node';
import { synthesize } from '../../scripts/lib/synthesize.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sandboxAssembly: string;
    branchAssembly: string;
  }
}

/** Synthesizes both assemblies once for all integration tests; from the cache when nothing changed. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('sandboxAssembly', (await synthesize('sandbox')).folder);
  project.provide('branchAssembly', (await synthesize('branch')).folder);
}
