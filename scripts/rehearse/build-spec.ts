import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface BuildPhase {
  /** For example `backend preBuild`. */
  readonly name: string;
  readonly commands: readonly string[];
}

export interface BuildSpec {
  readonly phases: readonly BuildPhase[];
  /** What is served, relative to the project. */
  readonly baseDirectory: string;
  /** Kept from one build to the next. */
  readonly cachedPaths: readonly string[];
}

interface Part {
  readonly phases?: Record<string, { commands?: string[] } | undefined>;
  readonly artifacts?: { baseDirectory?: string };
  readonly cache?: { paths?: string[] };
}

const ORDER = ['preBuild', 'build', 'postBuild'];

/** Reads a project's `amplify.yml`: the phases in the order in which Amplify runs them, the backend's first. */
export function readBuildSpec(project: string): BuildSpec {
  const file = parse(readFileSync(join(project, 'amplify.yml'), 'utf8')) as Record<string, Part | undefined>;
  const phases = ['backend', 'frontend'].flatMap((part) => {
    const own = file[part]?.phases ?? {};
    const unknown = Object.keys(own).find((name) => !ORDER.includes(name));
    if (unknown) throw new Error(`amplify.yml: ${part} has a phase ${unknown}, which Amplify doesn't know.`);
    return ORDER.filter((name) => own[name]).map((name) => ({
      name: `${part} ${name}`,
      commands: own[name]?.commands ?? [],
    }));
  });
  const baseDirectory = file['frontend']?.artifacts?.baseDirectory;
  if (!baseDirectory) throw new Error('amplify.yml: frontend.artifacts.baseDirectory is missing.');
  return { phases, baseDirectory, cachedPaths: file['frontend']?.cache?.paths ?? [] };
}
