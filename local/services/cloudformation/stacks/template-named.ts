import { stackArn } from '../../../assembly/deploy/deployment.ts';
import { readAssembly } from '../../../assembly/read/read-assembly.ts';
import { AwsError } from '../../../core/errors.ts';
import type { CloudFormation } from '../cloudformation.ts';
import { placesOf } from './nested.ts';

/** The template of a root stack, as it was sent, or of a nested one. Throws ValidationError when there is none. */
export function templateNamed({ cloud, store, applied }: CloudFormation, nameOrId: string): string {
  const root = store.find(nameOrId);
  if (root?.current) return root.current.template;
  const live = store.live();
  if (live?.current) {
    for (const place of placesOf(live.name, applied())) {
      if (place.stackName !== nameOrId && stackArn(cloud, place) !== nameOrId) continue;
      let stack = readAssembly(live.current.folder).root;
      for (const part of place.path.split('/')) {
        const nested = stack.nested.get(part);
        if (!nested) break;
        stack = nested;
      }
      return JSON.stringify(stack.template);
    }
  }
  throw new AwsError('ValidationError', `Stack with id ${nameOrId} does not exist`);
}
