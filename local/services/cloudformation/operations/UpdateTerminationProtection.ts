import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateTerminationProtection.html */
export const updateTerminationProtection: StackOperation = {
  action: 'cloudformation:UpdateTerminationProtection',
  run({ store }, input) {
    const stack = store.get(required(input, 'StackName'));
    stack.terminationProtection = required(input, 'EnableTerminationProtection') === 'true';
    store.save();
    return { StackId: stack.id };
  },
};
