import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCloudError } from '../../core/errors.ts';
import type { ResourceOutput } from '../../core/resource.ts';

/** A resource as it was last applied. */
export interface AppliedResource {
  readonly type: string;
  readonly logicalId: string;
  readonly stackPath: string;
  readonly properties: Record<string, unknown>;
  readonly output: ResourceOutput;
  readonly deletionPolicy: string | undefined;
  /** The last update failed; `properties` are those that it tried. */
  readonly failed?: boolean;
}

/** What is deployed in this state folder, in the order in which it was applied. Survives restarts. */
export interface DeploymentState {
  get(address: string): AppliedResource | undefined;
  put(address: string, resource: AppliedResource): void;
  delete(address: string): void;
  entries(): readonly (readonly [string, AppliedResource])[];
  /** Writes the file; all of it or nothing. */
  save(): void;
}

/** Opens `cloudformation.json`. Throws LocalCloudError DamagedState when it can't be read. */
export function openDeploymentState(folder: string): DeploymentState {
  const path = join(folder, 'cloudformation.json');
  const resources = existsSync(path) ? read(path) : new Map<string, AppliedResource>();
  let saved = resources.size === 0 ? '' : serialise(resources);
  return {
    get: (address) => resources.get(address),
    put(address, resource) {
      // To the end: removal runs in reverse order, so that a function outlives what it provides.
      resources.delete(address);
      resources.set(address, resource);
    },
    delete: (address) => resources.delete(address),
    entries: () => [...resources],
    save() {
      const text = serialise(resources);
      if (text === saved) return;
      writeFileSync(`${path}.new`, text, { mode: 0o600 });
      renameSync(`${path}.new`, path);
      saved = text;
    },
  };
}

function serialise(resources: ReadonlyMap<string, AppliedResource>): string {
  return JSON.stringify({ version: 1, resources: [...resources] });
}

function read(path: string): Map<string, AppliedResource> {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as {
      version: number;
      resources: [string, AppliedResource][];
    };
    if (file.version === 1) return new Map(file.resources);
  } catch (cause) {
    throw damaged(path, cause);
  }
  throw damaged(path);
}

function damaged(path: string, cause?: unknown): LocalCloudError {
  return new LocalCloudError(
    'DamagedState',
    `The deployment's state in ${path} can't be read.`,
    'Start with a fresh state folder.',
    cause,
  );
}
