import { LocalCloudError } from '../core/errors.ts';
import type { AwsService } from '../core/service.ts';

/** The services by the ways in which a request can name them. */
export interface ServiceRegistry {
  readonly all: readonly AwsService[];
  byId(id: string): AwsService | undefined;
  /** `X-Amz-Target` without the operation. */
  byTargetPrefix(prefix: string): AwsService | undefined;
  /** The service of a SigV4 credential scope. */
  bySigningName(name: string): AwsService | undefined;
}

/** Throws LocalCloudError DuplicateService when two services have one id. */
export function createServiceRegistry(services: readonly AwsService[]): ServiceRegistry {
  const ids = new Map<string, AwsService>();
  const prefixes = new Map<string, AwsService>();
  const names = new Map<string, AwsService>();
  for (const service of services) {
    if (ids.has(service.id)) {
      throw new LocalCloudError('DuplicateService', `Two services are called ${service.id}.`, 'Rename one.');
    }
    ids.set(service.id, service);
    if (!names.has(service.signingName)) names.set(service.signingName, service);
    if (service.protocol.kind === 'json') prefixes.set(service.protocol.targetPrefix, service);
  }
  return {
    all: services,
    byId: (id) => ids.get(id),
    byTargetPrefix: (prefix) => prefixes.get(prefix),
    bySigningName: (name) => names.get(name),
  };
}
