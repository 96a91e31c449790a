import type { CloudContext } from '../../core/context.ts';
import type { ResourceHandler } from '../../core/resource.ts';
import type { CustomResources } from '../custom-resource/provide.ts';
import { readAssembly } from '../read/read-assembly.ts';
import { removeApplied } from './apply-resource.ts';
import { checkCoverage, handlersByType, type Handlers } from './coverage.ts';
import {
  createDynamicSources,
  type DeployedStack,
  type Deployment,
  type ResourceEvent,
} from './deployment.ts';
import { deployStack } from './deploy-stack.ts';
import { checkForCircles } from './graph.ts';
import type { DeploymentState } from './state-file.ts';

export interface DeployOptions {
  readonly cloud: CloudContext;
  readonly handlers: Iterable<ResourceHandler>;
  readonly state: DeploymentState;
  readonly customResources: CustomResources;
  log(line: string): void;
  /** Values for the root template's parameters. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  report?(event: ResourceEvent): void;
}

/**
 * Deploys an assembly: checks all of it first, applies every resource, then removes what left the templates.
 * What was applied is remembered also when a later resource fails; nothing is rolled back.
 * Throws LocalCloudError (InvalidAssembly, NotCovered, DeployFailed) or AwsError ValidationError.
 */
export async function deploy(folder: string, options: DeployOptions): Promise<DeployedStack> {
  const assembly = readAssembly(folder);
  const handlers = handlersByType(options.handlers);
  checkCoverage(assembly.root, handlers);
  checkForCircles(assembly.root, assembly.stackName);
  const { state, customResources } = options;
  const deployment = createDeployment(handlers, options);
  try {
    const stack = await deployStack(
      deployment,
      assembly.root,
      { path: '', stackName: assembly.stackName },
      options.parameters ?? {},
    );
    await customResources.cleanUp();
    await removeGone(deployment);
    return stack;
  } catch (error) {
    customResources.keepReplaced();
    throw error;
  } finally {
    state.save();
  }
}

/** Removes everything that is deployed, but for what its deletion policy keeps. */
export async function removeAll(options: DeployOptions): Promise<void> {
  try {
    await removeGone(createDeployment(handlersByType(options.handlers), options));
  } finally {
    options.state.save();
  }
}

function createDeployment(handlers: Handlers, options: DeployOptions): Deployment {
  const { cloud, state, customResources, log, report = () => undefined } = options;
  const sources = createDynamicSources(cloud);
  return { cloud, handlers, state, customResources, sources, log, report, seen: new Set() };
}

/** Last applied, first removed. One that can't be removed is reported and forgotten, as CloudFormation skips it. */
async function removeGone(deployment: Deployment): Promise<void> {
  const gone = deployment.state.entries().filter(([address]) => !deployment.seen.has(address));
  for (const [address, resource] of gone.reverse()) {
    try {
      await removeApplied(deployment, address);
    } catch (error) {
      deployment.log(`${address} (${resource.type}) could not be removed: ${String(error)}`);
      const reason = error instanceof Error ? error.message : String(error);
      deployment.report({ ...resource, physicalId: resource.output.ref, status: 'DELETE_FAILED', reason });
      deployment.state.delete(address);
    }
  }
}
