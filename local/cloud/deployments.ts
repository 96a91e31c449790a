import { resolve } from 'node:path';
import { deploy, removeAll, type DeployOptions } from '../assembly/deploy/deploy.ts';
import type { DeployedStack } from '../assembly/deploy/deployment.ts';
import { LocalCloudError } from '../core/errors.ts';

type More = Pick<DeployOptions, 'parameters' | 'report'>;

/** The deployments of one local cloud. */
export interface Deployments {
  /** The assembly that was applied last, also when that failed. */
  readonly folder: () => string;
  /** What was deployed last without a failure. */
  readonly stack: () => DeployedStack | undefined;
  /** Runs work when all that came before has ended, well or not. Throws LocalCloudError Stopped. */
  serially<T>(work: () => Promise<T>): Promise<T>;
  /** Applies an assembly. Only inside `serially`. */
  apply(folder: string, more?: More): Promise<DeployedStack>;
  /** Removes all that is deployed. Only inside `serially`. */
  removeAll(more: More): Promise<void>;
  /** Waits until no work is on its way; how it ended is told to whoever began it. */
  settle(): Promise<void>;
  /** From now on no work begins. */
  close(): void;
}

/** @param options what deployments are made with; asked for each, since the services come later */
export function createDeployments(initialFolder: string, options: () => DeployOptions): Deployments {
  let folder = resolve(initialFolder);
  let stack: DeployedStack | undefined;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  return {
    folder: () => folder,
    stack: () => stack,
    async serially(work) {
      if (isClosed) {
        throw new LocalCloudError('Stopped', 'This local cloud was stopped.', 'Start another one.');
      }
      const next = last.then(work, work);
      last = next;
      return await next;
    },
    async apply(from, more) {
      folder = resolve(from);
      stack = await deploy(folder, { ...options(), ...more });
      return stack;
    },
    removeAll: (more) => removeAll({ ...options(), ...more }),
    async settle() {
      await last.catch(() => undefined);
    },
    close() {
      isClosed = true;
    },
  };
}
