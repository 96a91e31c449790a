import type { QueryOperation, QueryService } from '../../gateway/query-protocol.ts';
import { stackArn } from '../../assembly/deploy/deployment.ts';
import { AwsError } from '../../core/errors.ts';
import type { CloudFormation } from './cloudformation.ts';
import type { StackOperation } from './operation.ts';
import { createStack } from './operations/CreateStack.ts';
import { deleteStack } from './operations/DeleteStack.ts';
import { describeStackEvents } from './operations/DescribeStackEvents.ts';
import { describeStackResources } from './operations/DescribeStackResources.ts';
import { describeStacks } from './operations/DescribeStacks.ts';
import { getTemplate } from './operations/GetTemplate.ts';
import { getTemplateSummary } from './operations/GetTemplateSummary.ts';
import { listStackResources } from './operations/ListStackResources.ts';
import { listStacks } from './operations/ListStacks.ts';
import { updateStack } from './operations/UpdateStack.ts';
import { updateTerminationProtection } from './operations/UpdateTerminationProtection.ts';

const OPERATIONS: Readonly<Record<string, StackOperation>> = {
  CreateStack: createStack,
  DeleteStack: deleteStack,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  UpdateStack: updateStack,
  UpdateTerminationProtection: updateTerminationProtection,
};

/** CloudFormation's wire protocol. IAM is asked for each operation, on the stack that it names. */
export function queryService(service: CloudFormation): QueryService {
  const { cloud, store } = service;
  function guarded({ action, run }: StackOperation): QueryOperation {
    return async (input, { principal }) => {
      if (principal.kind === 'anonymous') {
        throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', {
          statusCode: 403,
        });
      }
      const name = input['StackName'];
      const resource =
        name === undefined
          ? '*'
          : name.startsWith('arn:')
            ? name
            : (store.find(name)?.id ?? stackArn(cloud, { path: '', stackName: name }));
      cloud.iam.authorize(principal, { action, resource }, { errorCode: 'AccessDenied' });
      return await run(service, input);
    };
  }
  return {
    version: '2010-05-15',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    operations: Object.fromEntries(Object.entries(OPERATIONS).map(([name, one]) => [name, guarded(one)])),
    // Amplify deploys without change sets.
    uncovered: [
      'CancelUpdateStack',
      'ContinueUpdateRollback',
      'CreateChangeSet',
      'DeleteChangeSet',
      'DescribeChangeSet',
      'DescribeEvents',
      'DescribeStackResource',
      'DetectStackDrift',
      'ExecuteChangeSet',
      'ListChangeSets',
      'ListExports',
      'ListImports',
      'RollbackStack',
      'SetStackPolicy',
      'ValidateTemplate',
    ],
  };
}
