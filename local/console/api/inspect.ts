import { LocalCloudError } from '../../core/errors.ts';
import type { ApiCall } from './routes.ts';

/** GET services: which services there are, and which have something to show. */
export function listServices({ cloud }: ApiCall): unknown {
  return cloud.services.map((service) => ({ id: service.id, inspectable: service.inspect !== undefined }));
}

/** GET inspect/<service>: what that service holds. */
export async function inspectService({ cloud, path }: ApiCall): Promise<unknown> {
  const service = cloud.services.find((candidate) => candidate.id === path[0]);
  if (!service?.inspect) {
    throw new LocalCloudError(
      'NothingToInspect',
      `There is nothing to see of ${path[0]}.`,
      'GET /console/api/services lists the services.',
    );
  }
  return (await service.inspect()) ?? null;
}
