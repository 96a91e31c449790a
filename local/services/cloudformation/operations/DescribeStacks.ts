import type { QueryResult } from '../../../gateway/query-protocol.ts';
import type { StackOperation } from '../operation.ts';
import type { Stack } from '../stacks/stack.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html */
export const describeStacks: StackOperation = {
  action: 'cloudformation:DescribeStacks',
  run({ store }, input) {
    const name = input['StackName'];
    const stacks = name === undefined ? [store.live()].filter((one) => one !== undefined) : [store.get(name)];
    return { Stacks: stacks.map(describe) };
  },
};

function describe(stack: Stack): QueryResult {
  const { current } = stack;
  const time = (at: number | undefined): string | undefined =>
    at === undefined ? undefined : new Date(at).toISOString();
  return {
    StackName: stack.name,
    StackId: stack.id,
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    CreationTime: time(stack.createdAt),
    LastUpdatedTime: time(stack.updatedAt),
    DeletionTime: time(stack.deletedAt),
    EnableTerminationProtection: stack.terminationProtection,
    DisableRollback: false,
    RoleARN: current?.roleArn,
    Capabilities: [...(current?.capabilities ?? [])],
    Parameters: Object.entries(current?.parameters ?? {}).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Outputs: Object.entries(stack.outputs).map(([OutputKey, value]) => ({
      OutputKey,
      OutputValue: String(value),
    })),
    Tags: (current?.tags ?? []).map(({ Key, Value }) => ({ Key, Value })),
  };
}
