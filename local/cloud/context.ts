import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bus } from '../core/bus.ts';
import type { Clock } from '../core/clock.ts';
import type { CloudContext } from '../core/context.ts';
import { LocalCloudError } from '../core/errors.ts';
import type { Principal } from '../core/principal.ts';
import type { AwsService } from '../core/service.ts';
import type { Tracker } from '../core/tracker.ts';
import { dispatch } from '../gateway/dispatch.ts';
import type { Iam } from '../iam/create-iam.ts';

export interface ContextOptions {
  readonly region: string;
  readonly accountId: string;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly tracker: Tracker;
  readonly baseUrl: string;
  readonly stateFolder: string;
  readonly iam: Iam;
  readonly assemblyFolder: () => string;
  readonly findService: (id: string) => AwsService | undefined;
}

/** What the services are given. A call inside goes the same way as one from outside: authorization first. */
export function createContext(options: ContextOptions): CloudContext {
  function service(id: string): AwsService {
    const found = options.findService(id);
    if (found) return found;
    throw new LocalCloudError(
      'UnknownService',
      `The local cloud has no service ${id}.`,
      'Services are registered in local/services/index.ts.',
    );
  }
  const { region, accountId, clock, bus, tracker, baseUrl, iam, assemblyFolder } = options;
  return {
    region,
    accountId,
    clock,
    bus,
    tracker,
    baseUrl,
    iam,
    assemblyFolder,
    stateFolder(serviceId) {
      const folder = join(options.stateFolder, serviceId);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    async call<Output>(principal: Principal, serviceId: string, operation: string, input: unknown) {
      const call = { principal, requestId: randomUUID() };
      const context = { bus, clock, tracker, iam, accountId };
      return (await dispatch(context, service(serviceId), operation, input, call)) as Output;
    },
    service: <S extends AwsService>(id: string) => service(id) as S,
  };
}
