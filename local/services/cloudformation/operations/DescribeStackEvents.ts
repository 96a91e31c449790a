import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html (one page holds all) */
export const describeStackEvents: StackOperation = {
  action: 'cloudformation:DescribeStackEvents',
  run({ store, events }, input) {
    const name = required(input, 'StackName');
    // A nested stack is known by its events alone.
    const stackId = store.find(name)?.id ?? name;
    const found = events.of(stackId);
    if (found.length === 0) store.get(name);
    return {
      StackEvents: found.map((event) => ({
        EventId: event.id,
        StackId: event.stackId,
        StackName: event.stackName,
        LogicalResourceId: event.logicalId,
        PhysicalResourceId: event.physicalId,
        ResourceType: event.type,
        Timestamp: new Date(event.at).toISOString(),
        ResourceStatus: event.status,
        ResourceStatusReason: event.reason,
      })),
    };
  },
};
