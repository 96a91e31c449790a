import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';
import { resourcesNamed } from '../stacks/describe-resources.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResources.html */
export const describeStackResources: StackOperation = {
  action: 'cloudformation:DescribeStackResources',
  run(service, input) {
    const { resources, stackId, stackName, updatedAt } = resourcesNamed(
      service,
      required(input, 'StackName'),
    );
    const wanted = input['LogicalResourceId'];
    return {
      StackResources: resources
        .filter(({ logicalId }) => wanted === undefined || logicalId === wanted)
        .map(({ logicalId, physicalId, type }) => ({
          StackId: stackId,
          StackName: stackName,
          LogicalResourceId: logicalId,
          PhysicalResourceId: physicalId,
          ResourceType: type,
          Timestamp: new Date(updatedAt).toISOString(),
          ResourceStatus: 'UPDATE_COMPLETE',
        })),
    };
  },
};
