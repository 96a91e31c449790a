import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';
import { resourcesNamed } from '../stacks/describe-resources.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackResources.html (one page holds all) */
export const listStackResources: StackOperation = {
  action: 'cloudformation:ListStackResources',
  run(service, input) {
    const { resources, updatedAt } = resourcesNamed(service, required(input, 'StackName'));
    return {
      StackResourceSummaries: resources.map(({ logicalId, physicalId, type }) => ({
        LogicalResourceId: logicalId,
        PhysicalResourceId: physicalId,
        ResourceType: type,
        LastUpdatedTimestamp: new Date(updatedAt).toISOString(),
        ResourceStatus: 'UPDATE_COMPLETE',
      })),
    };
  },
};
