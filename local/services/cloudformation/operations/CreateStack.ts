import { stackArn } from '../../../assembly/deploy/deployment.ts';
import { AwsError, notCovered } from '../../../core/errors.ts';
import type { CloudFormation } from '../cloudformation.ts';
import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';
import { readDeployable } from '../stacks/read-deployable.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export const createStack: StackOperation = {
  action: 'cloudformation:CreateStack',
  async run(service: CloudFormation, input) {
    const name = required(input, 'StackName');
    if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) {
      throw new AwsError(
        'ValidationError',
        `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
      );
    }
    const live = service.store.live();
    if (live?.name === name) throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
    if (live) {
      throw notCovered(
        `a second root stack (it has ${live.name} and was asked for ${name})`,
        'Delete that one first, or start another local cloud with a state folder of its own.',
      );
    }
    if (service.applied().length > 0) {
      throw notCovered(
        'a stack beside the assembly that it was started with',
        'Start a local cloud without an assembly.',
      );
    }
    const stack = {
      name,
      id: stackArn(service.cloud, { path: '', stackName: name }),
      status: 'CREATE_IN_PROGRESS',
      createdAt: service.cloud.clock.now(),
      terminationProtection: input['EnableTerminationProtection'] === 'true',
      outputs: {},
    };
    const deployable = await readDeployable(service, name, input);
    service.store.add(stack);
    service.runner.create(stack, deployable);
    return { StackId: stack.id };
  },
};
