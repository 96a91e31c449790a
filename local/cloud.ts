import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createCustomResources } from './assembly/custom-resource/provide.ts';
import { createResponseInbox } from './assembly/custom-resource/response-inbox.ts';
import { isCustomResource } from './assembly/deploy/coverage.ts';
import { deploy, removeAll, type DeployOptions } from './assembly/deploy/deploy.ts';
import type { DeployedStack, ResourceEvent } from './assembly/deploy/deployment.ts';
import { openDeploymentState } from './assembly/deploy/state-file.ts';
import { cachedOutputs } from './assembly/outputs/cached-outputs.ts';
import type { AmplifyOutputs } from './assembly/outputs/client-config.ts';
import { assetReader } from './assembly/outputs/deployed-assets.ts';
import { bootstrap } from './cloud/bootstrap.ts';
import { createContext } from './cloud/context.ts';
import { createBus, type Bus } from './core/bus.ts';
import { createClock, type Clock } from './core/clock.ts';
import type { CloudContext } from './core/context.ts';
import { LocalCloudError } from './core/errors.ts';
import { lockFolder } from './core/folder-lock.ts';
import type { AwsService } from './core/service.ts';
import { createTracker } from './core/tracker.ts';
import { startGateway, type FallbackHandler, type Gateway } from './gateway/server.ts';
import { createServiceRegistry } from './gateway/service-registry.ts';
import { createIam, type Iam } from './iam/create-iam.ts';
import type { DeveloperCredentials } from './iam/credentials/key-file.ts';
import { createCloudFormation } from './services/cloudformation/index.ts';
import { createServices, type ServiceOptions } from './services/index.ts';

export interface LocalCloudOptions {
  /**
   * A synthesized cloud assembly (`cdk.out`). Without one this is an account with nothing in it but what was deployed to
   * it over the wire before: CDK and Amplify's own tools deploy here as they do to AWS.
   */
  readonly assembly?: string;
  /** Whether `cdk bootstrap` was run in the account; it was, unless told, where there is no assembly. */
  readonly bootstrapped?: boolean;
  /** Where everything persists; one local cloud at a time uses it. */
  readonly stateFolder: string;
  /** Any free one unless given. */
  readonly port?: number;
  /** Milliseconds that the clock is ahead of the machine's. */
  readonly clockOffset?: number;
  readonly region?: string;
  readonly services?: ServiceOptions;
  /** Further services, or other ones in the place of those with the same id. */
  readonly extraServices?: (cloud: CloudContext, iam: Iam) => readonly AwsService[];
  readonly log?: (line: string) => void;
}

export interface Outputs {
  /** The content of `amplify_outputs.json`. */
  readonly outputs: AmplifyOutputs;
  /** What `amplify_outputs.json` can't say: set them on the parsed configuration before `Amplify.configure`. */
  readonly endpoints: { readonly userPoolEndpoint: string; readonly identityPoolEndpoint: string };
}

export interface LocalCloud {
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly context: CloudContext;
  readonly services: readonly AwsService[];
  /** For the AWS CLI and SDKs: may do everything. */
  readonly developerCredentials: DeveloperCredentials;
  outputs(): Promise<Outputs>;
  /** Applies a newer assembly while running. When it fails, what had been applied by then stays. */
  deploy(assembly: string): Promise<void>;
  /** Waits until nothing is in flight: requests, triggers, streams. */
  settle(): Promise<void>;
  /** Drops all data and runs the custom resources again; the configuration stays. */
  reset(): Promise<void>;
  /** Serves the console at every path that no service has. */
  setConsole(handler: FallbackHandler): void;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

type Parameters = Readonly<Record<string, unknown>>;
type Report = (event: ResourceEvent) => void;

const ACCOUNT_ID = '000000000000';

/**
 * Starts the local cloud: the gateway, every service, then the assembly's resources.
 * Throws LocalCloudError StateInUse, PortInUse, or what `deploy` throws; nothing is left running then.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const log = options.log ?? ((line: string) => console.error(line));
  const stateFolder = resolve(options.stateFolder);
  mkdirSync(stateFolder, { recursive: true });
  const unlock = lockFolder(stateFolder);
  let gateway: Gateway | undefined;
  try {
    gateway = await startGateway(options.port ?? 0, log);
    return await assemble(options, { log, stateFolder, gateway, unlock });
  } catch (error) {
    await gateway?.close();
    unlock();
    throw error;
  }
}

interface Foundations {
  readonly log: (line: string) => void;
  readonly stateFolder: string;
  readonly gateway: Gateway;
  readonly unlock: () => void;
}

async function assemble(options: LocalCloudOptions, base: Foundations): Promise<LocalCloud> {
  const { log, stateFolder, gateway, unlock } = base;
  const region = options.region ?? 'us-east-1';
  const clock = createClock(options.clockOffset);
  const bus = createBus();
  const tracker = createTracker();
  let assemblyFolder = resolve(options.assembly ?? stateFolder);
  let stack: DeployedStack | undefined;

  const iamFolder = resolve(stateFolder, 'iam');
  mkdirSync(iamFolder, { recursive: true });
  const iam = createIam({ accountId: ACCOUNT_ID, region, clock, stateFolder: iamFolder });
  const byId = new Map<string, AwsService>();
  const context = createContext({
    region,
    accountId: ACCOUNT_ID,
    clock,
    bus,
    tracker,
    baseUrl: gateway.baseUrl,
    stateFolder,
    iam,
    assemblyFolder: () => assemblyFolder,
    findService: (id) => byId.get(id),
  });
  const state = openDeploymentState(stateFolder);
  const inbox = createResponseInbox();
  const customResources = createCustomResources({ cloud: context, inbox, log });
  const deployer = {
    deploy: (folder: string, parameters: Parameters, report: Report) =>
      serially(() => apply(folder, { parameters, report })),
    removeAll: (report: Report) => serially(() => removeAll(deployOptions({ report }))),
  };
  const cloudFormation = createCloudFormation({ cloud: context, inbox, state, deployer });
  const known = [
    ...createServices(context, iam, options.services ?? {}),
    cloudFormation,
    ...(options.extraServices?.(context, iam) ?? []),
  ];
  for (const service of known) byId.set(service.id, service);
  const services = [...byId.values()];
  gateway.open({
    registry: createServiceRegistry(services),
    context: { bus, clock, tracker, iam, accountId: ACCOUNT_ID },
    signatures: iam.signatures,
  });

  // One deployment at a time; a failed one doesn't stop the next.
  let last: Promise<unknown> = Promise.resolve();
  async function serially<T>(work: () => Promise<T>): Promise<T> {
    if (stopped) throw new LocalCloudError('Stopped', 'This local cloud was stopped.', 'Start another one.');
    const next = last.then(work, work);
    last = next;
    return await next;
  }

  function deployOptions(more: { parameters?: Parameters; report?: Report } = {}): DeployOptions {
    const handlers = services.flatMap((service) => service.resources);
    return { cloud: context, handlers, state, customResources, log, ...more };
  }

  async function apply(
    folder: string,
    more: { parameters?: Parameters; report?: Report } = {},
  ): Promise<DeployedStack> {
    assemblyFolder = resolve(folder);
    stack = await deploy(assemblyFolder, deployOptions(more));
    return stack;
  }

  /** What there is at the start: the assembly that was given, or the stack that was deployed over the wire. */
  async function applyFirst(): Promise<void> {
    const deployed = options.assembly === undefined ? cloudFormation.deployed() : undefined;
    const folder = options.assembly ?? deployed?.folder;
    if (folder !== undefined) await apply(folder, { parameters: deployed?.parameters });
  }

  let stopped: Promise<void> | undefined;
  /** Once: a second stop must not touch what the next local cloud on this state folder holds by then. */
  function stop(): Promise<void> {
    return (stopped ??= stopAll());
  }

  async function stopAll(): Promise<void> {
    try {
      await gateway.close();
      inbox.close();
      // A deployment on its way ends with an error, which its caller is told.
      await last.catch(() => undefined);
      const results = await Promise.allSettled(services.map((service) => service.stop?.()));
      for (const result of results) if (result.status === 'rejected') log(`stop: ${String(result.reason)}`);
    } finally {
      state.save();
      unlock();
    }
  }

  async function reset(): Promise<void> {
    await tracker.settle();
    await Promise.all(services.map((service) => service.reset?.()));
    bus.clear();
    // What custom resources made (a schema, seed rows) is gone with the data: they are to be created again.
    const provided = new Set(services.flatMap((service) => service.resources).flatMap((one) => one.types));
    for (const [address, { type }] of state.entries()) {
      if (isCustomResource(type) && !provided.has(type)) state.delete(address);
    }
    if (stack) await apply(assemblyFolder, { parameters: cloudFormation.deployed()?.parameters });
  }

  try {
    await Promise.all(services.map((service) => service.start?.()));
    if (options.bootstrapped ?? options.assembly === undefined) bootstrap(context, iam);
    await serially(applyFirst);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    baseUrl: gateway.baseUrl,
    clock,
    bus,
    context,
    services,
    developerCredentials: iam.developerCredentials,
    async outputs() {
      // What failed was told to who asked for it; the outputs are those of the deployment before.
      await last.catch(() => undefined);
      if (!stack) throw new Error('Nothing is deployed.');
      const reader = assetReader(state, assemblyFolder);
      return {
        outputs: await cachedOutputs(stack, reader, stateFolder, assemblyFolder, gateway.baseUrl),
        endpoints: {
          userPoolEndpoint: `${gateway.baseUrl}/cognito-idp/`,
          identityPoolEndpoint: `${gateway.baseUrl}/cognito-identity/`,
        },
      };
    },
    deploy: async (folder) => void (await serially(() => apply(folder))),
    settle: () => tracker.settle(),
    reset: () => serially(reset),
    setConsole: (handler) => gateway.setConsole(handler),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
