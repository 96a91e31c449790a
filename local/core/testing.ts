import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { createBus } from './bus.ts';
import { createClock } from './clock.ts';
import { requireCovered } from './covered-properties.ts';
import type { Authorizer, CloudContext, TemporaryCredentials } from './context.ts';
import { LocalCloudError, notCovered } from './errors.ts';
import type { Permission, Principal } from './principal.ts';
import type { ResourceHandler, ResourceInput, ResourceOutput } from './resource.ts';
import type { AwsService } from './service.ts';
import { createTracker } from './tracker.ts';

/** A cloud for unit tests of one service: real clock, bus and tracker, a temporary state folder, an open IAM. */
export interface TestContext extends CloudContext {
  /** Makes a service known to `service()` and `call()`; returns it. */
  register<S extends AwsService>(service: S): S;
  /** What was asked of IAM, oldest first. */
  readonly authorized: { principal: Principal; permission: Permission }[];
  /** The credentials that were issued, with the session they stand for. */
  readonly issued: { principal: Principal; credentials: TemporaryCredentials }[];
  /** The folder that holds every service's state. Give it as `stateRoot` to a second context to test a restart. */
  readonly stateRoot: string;
  /** Stops the registered services and removes the state folder, unless it was given. */
  [Symbol.asyncDispose](): Promise<void>;
}

export interface TestContextOptions {
  region?: string;
  accountId?: string;
  baseUrl?: string;
  stateRoot?: string;
  assemblyFolder?: string;
  /** Called for each permission; throw to deny. Everything is allowed unless given. */
  authorize?: Authorizer['authorize'];
}

export function createTestContext(options: TestContextOptions = {}): TestContext {
  const stateRoot = options.stateRoot ?? mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const clock = createClock();
  const services = new Map<string, AwsService>();
  const authorized: TestContext['authorized'] = [];
  const issued: TestContext['issued'] = [];

  function find(id: string): AwsService {
    const found = services.get(id);
    if (!found) throw new LocalCloudError('UnknownService', `No service ${id}.`, 'Register it in the test.');
    return found;
  }

  const iam: Authorizer = {
    authorize(principal, permission, how) {
      authorized.push({ principal, permission });
      options.authorize?.(principal, permission, how);
    },
    issueCredentials(principal, lifetimeSeconds = 3600) {
      const credentials: TemporaryCredentials = {
        accessKeyId: `ASIA${randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()}`,
        secretAccessKey: randomUUID(),
        sessionToken: randomUUID(),
        expiration: clock.now() + lifetimeSeconds * 1000,
      };
      issued.push({ principal, credentials });
      return credentials;
    },
  };

  return {
    region: options.region ?? 'us-east-1',
    accountId: options.accountId ?? '000000000000',
    baseUrl: options.baseUrl ?? 'http://127.0.0.1:0',
    clock,
    bus: createBus(),
    tracker: createTracker(),
    iam,
    stateRoot,
    authorized,
    issued,
    stateFolder(serviceId) {
      const folder = join(stateRoot, serviceId);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    assemblyFolder: () => options.assemblyFolder ?? stateRoot,
    async call<Output>(principal: Principal, serviceId: string, operation: string, input: unknown) {
      const found = find(serviceId).operations[operation];
      if (!found) throw notCovered(`the operation ${operation} of ${serviceId}`);
      if (found.authorize !== 'public') {
        for (const permission of found.authorize(input as never)) iam.authorize(principal, permission);
      }
      return (await found.run(input as never, { principal, requestId: randomUUID() })) as Output;
    },
    service: <S extends AwsService>(id: string) => find(id) as S,
    register(service) {
      services.set(service.id, service);
      return service;
    },
    async [Symbol.asyncDispose]() {
      for (const service of services.values()) await service.stop?.();
      if (options.stateRoot === undefined) rmSync(stateRoot, { recursive: true, force: true });
    },
  };
}

/** Applies a resource as the engine would, at an address made of its logical id. */
export async function applyResource(
  service: AwsService,
  type: string,
  logicalId: string,
  properties: Record<string, unknown>,
  before: { properties?: Record<string, unknown>; output?: ResourceOutput } = {},
): Promise<ResourceOutput> {
  const handler = service.resources.find((one) => one.types.includes(type)) as
    ResourceHandler<Record<string, unknown>> | undefined;
  if (!handler) throw notCovered(`the resource type ${type}`);
  const input: ResourceInput = {
    type,
    logicalId,
    stackPath: 'test',
    address: `test/${logicalId}`,
    properties,
    previousProperties: before.properties,
    previousOutput: before.output,
  };
  requireCovered(type, properties, handler.covers);
  return await handler.apply(input);
}
