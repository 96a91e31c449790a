import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../../core/errors.ts';
import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';
import { readDeployable } from '../stacks/read-deployable.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html */
export const updateStack: StackOperation = {
  action: 'cloudformation:UpdateStack',
  async run(service, input) {
    const name = required(input, 'StackName');
    const stack = service.store.find(name);
    if (!stack) throw new AwsError('ValidationError', `Stack [${name}] does not exist`);
    refuseUnlessSettled(stack);
    const next = await readDeployable(service, stack.name, input, stack.current);
    const said = ({ template, parameters, tags }: typeof next) => ({ template, parameters, tags });
    if (stack.current && isDeepStrictEqual(said(stack.current), said(next))) {
      rmSync(next.folder, { recursive: true, force: true });
      throw new AwsError('ValidationError', 'No updates are to be performed.');
    }
    // Somebody else may have been faster while the assets were gathered.
    refuseUnlessSettled(stack);
    service.runner.update(stack, next);
    return { StackId: stack.id };
  },
};

const UPDATABLE: ReadonlySet<string> = new Set([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
]);

function refuseUnlessSettled({ id, status }: { id: string; status: string }): void {
  if (UPDATABLE.has(status)) return;
  throw new AwsError('ValidationError', `Stack:${id} is in ${status} state and can not be updated.`);
}
