import { stackArn, type StackPlace } from '../../../assembly/deploy/deployment.ts';
import type { AppliedResource } from '../../../assembly/deploy/state-file.ts';
import type { CloudContext } from '../../../core/context.ts';

export type Applied = readonly (readonly [address: string, resource: AppliedResource])[];

/** The name of a nested stack by its path below a root stack. */
export function placeOf(rootName: string, path: string): StackPlace {
  return { path, stackName: [rootName, ...path.split('/').filter(Boolean)].join('-') };
}

/** A root stack and the nested ones that hold a resource. */
export function placesOf(rootName: string, applied: Applied): StackPlace[] {
  const paths = new Set(['']);
  for (const [, { stackPath }] of applied) {
    const parts = stackPath.split('/').filter(Boolean);
    parts.forEach((_part, index) => paths.add(parts.slice(0, index + 1).join('/')));
  }
  return [...paths].map((path) => placeOf(rootName, path));
}

export interface StackResource {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
}

/** The resources of one stack, nested stacks as resources of theirs. */
export function resourcesOf(
  cloud: CloudContext,
  place: StackPlace,
  rootName: string,
  applied: Applied,
): StackResource[] {
  const own = applied
    .filter(([, resource]) => resource.stackPath === place.path)
    .map(([, { logicalId, output, type }]) => ({ logicalId, physicalId: output.ref, type }));
  const nested = placesOf(rootName, applied)
    .filter(({ path }) => path !== '' && path.slice(0, Math.max(path.lastIndexOf('/'), 0)) === place.path)
    .map((child) => ({
      logicalId: child.path.slice(child.path.lastIndexOf('/') + 1),
      physicalId: stackArn(cloud, child),
      type: 'AWS::CloudFormation::Stack',
    }));
  return [...own, ...nested];
}
