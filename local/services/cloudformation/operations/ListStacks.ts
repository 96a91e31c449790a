import { listOf } from '../input.ts';
import type { StackOperation } from '../operation.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html (root stacks; one page holds all) */
export const listStacks: StackOperation = {
  action: 'cloudformation:ListStacks',
  run({ store }, input) {
    const wanted = listOf(input, 'StackStatusFilter');
    return {
      StackSummaries: store
        .list()
        .filter(({ status }) => wanted.length === 0 || wanted.includes(status))
        .map((stack) => ({
          StackId: stack.id,
          StackName: stack.name,
          StackStatus: stack.status,
          CreationTime: new Date(stack.createdAt).toISOString(),
        })),
    };
  },
};
