import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createCustomResources } from './assembly/custom-resource/provide.ts';
import { createResponseInbox } from './assembly/custom-resource/response-inbox.ts';
import { isCustomResource } from './assembly/deploy/coverage.ts';
import { openDeploymentState } from './assembly/deploy/state-file.ts';
import { cachedOutputs } from './assembly/outputs/cached-outputs.ts';
import { assetReader } from './assembly/outputs/deployed-assets.ts';
import { bootstrap } from './cloud/bootstrap.ts';
import { createContext } from './cloud/context.ts';
import type { LocalCloud, LocalCloudOptions } from './cloud/contract.ts';
import { createDeployments } from './cloud/deployments.ts';
import { createBus } from './core/bus.ts';
import { createClock } from './core/clock.ts';
import { lockFolder } from './core/folder-lock.ts';
import type { AwsService } from './core/service.ts';
import { createTracker } from './core/tracker.ts';
import { startGateway, type Gateway } from './gateway/server.ts';
import { createServiceRegistry } from './gateway/service-registry.ts';
import { createIam } from './iam/create-iam.ts';
import { createCloudFormation } from './services/cloudformation/index.ts';
import { createServices } from './services/index.ts';

export type { LocalCloud, LocalCloudOptions } from './cloud/contract.ts';

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
  const deployments = createDeployments(options.assembly ?? stateFolder, () => ({
    cloud: context,
    handlers: services.flatMap((service) => service.resources),
    state,
    customResources,
    log,
  }));
  const { serially, apply } = deployments;
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
    assemblyFolder: deployments.folder,
    findService: (id) => byId.get(id),
  });
  const state = openDeploymentState(stateFolder);
  const inbox = createResponseInbox();
  const customResources = createCustomResources({ cloud: context, inbox, log });
  const cloudFormation = createCloudFormation({
    cloud: context,
    inbox,
    state,
    deployer: {
      deploy: (folder, parameters, report) => serially(() => apply(folder, { parameters, report })),
      removeAll: (report) => serially(() => deployments.removeAll({ report })),
    },
  });
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
    deployments.close();
    try {
      await gateway.close();
      inbox.close();
      // A deployment on its way ends with an error.
      await deployments.settle();
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
    if (deployments.stack())
      await apply(deployments.folder(), { parameters: cloudFormation.deployed()?.parameters });
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
      // After one that failed they are those of the deployment before.
      await deployments.settle();
      const stack = deployments.stack();
      if (!stack) throw new Error('Nothing is deployed.');
      const folder = deployments.folder();
      const reader = assetReader(state, folder);
      return {
        outputs: await cachedOutputs(stack, reader, stateFolder, folder, gateway.baseUrl),
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
