import { stackArn } from '../../../assembly/deploy/deployment.ts';
import { AwsError } from '../../../core/errors.ts';
import type { CloudFormation } from '../cloudformation.ts';
import { placesOf, resourcesOf, type StackResource } from './nested.ts';

/** The resources of a root or nested stack by its name or id. Throws ValidationError when there is none. */
export function resourcesNamed(
  { cloud, store, applied }: CloudFormation,
  nameOrId: string,
): { stackId: string; stackName: string; updatedAt: number; resources: StackResource[] } {
  const live = store.live();
  const all = applied();
  for (const place of live ? placesOf(live.name, all) : []) {
    const stackId = stackArn(cloud, place);
    if (!live || (place.stackName !== nameOrId && stackId !== nameOrId)) continue;
    const resources = resourcesOf(cloud, place, live.name, all);
    return { stackId, stackName: place.stackName, updatedAt: live.updatedAt ?? live.createdAt, resources };
  }
  throw new AwsError('ValidationError', `Stack with id ${nameOrId} does not exist`);
}
