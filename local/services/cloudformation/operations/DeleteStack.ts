import { AwsError } from '../../../core/errors.ts';
import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html */
export const deleteStack: StackOperation = {
  action: 'cloudformation:DeleteStack',
  run(service, input) {
    const stack = service.store.find(required(input, 'StackName'));
    // Deleting what isn't there is no error.
    if (!stack || stack.status === 'DELETE_COMPLETE') return {};
    if (stack.terminationProtection) {
      throw new AwsError(
        'ValidationError',
        `Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`,
      );
    }
    if (stack.status.endsWith('_IN_PROGRESS')) {
      throw new AwsError(
        'ValidationError',
        `Stack [${stack.name}] cannot be deleted while in status ${stack.status}`,
      );
    }
    service.runner.remove(stack);
    return {};
  },
};
