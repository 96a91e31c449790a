import type { CloudContext } from '../core/context.ts';
import type { Iam } from '../iam/create-iam.ts';
import type { Ssm } from '../services/ssm/index.ts';

const QUALIFIER = 'hnb659fds';
const VERSION = '30';

/**
 * What `cdk bootstrap` leaves in an account, as far as a deployment of files needs it: the version that tools ask for, and
 * the roles that they assume, with the permissions of CDK's own template. The bucket for assets is S3's.
 */
export function bootstrap(cloud: CloudContext, iam: Iam): void {
  const { accountId, region } = cloud;
  const bucket = `arn:aws:s3:::cdk-${QUALIFIER}-assets-${accountId}-${region}`;
  const parameter = `/cdk-bootstrap/${QUALIFIER}/version`;
  const role = (
    name: string,
    principal: unknown,
    statements: readonly unknown[],
    managedPolicyArns: readonly string[] = [],
  ): void => {
    iam.roles.putRole({
      name: `cdk-${QUALIFIER}-${name}-${accountId}-${region}`,
      path: '/',
      trust: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }],
      },
      inline:
        statements.length === 0
          ? new Map()
          : new Map([['default', { Version: '2012-10-17', Statement: statements }]]),
      managedPolicyArns,
    });
  };
  const account = { AWS: `arn:aws:iam::${accountId}:root` };

  role('file-publishing-role', account, [
    {
      Effect: 'Allow',
      Action: [
        's3:GetObject*',
        's3:GetBucket*',
        's3:GetEncryptionConfiguration',
        's3:List*',
        's3:DeleteObject*',
        's3:PutObject*',
        's3:Abort*',
      ],
      Resource: [bucket, `${bucket}/*`],
    },
  ]);
  role('deploy-role', account, [
    {
      Effect: 'Allow',
      Action: [
        'cloudformation:CreateStack',
        'cloudformation:UpdateStack',
        'cloudformation:DeleteStack',
        'cloudformation:UpdateTerminationProtection',
        // AWSCloudFormationReadOnlyAccess
        'cloudformation:Describe*',
        'cloudformation:Get*',
        'cloudformation:List*',
        'sts:GetCallerIdentity',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: ['s3:GetObject*', 's3:GetBucket*', 's3:List*'],
      Resource: [bucket, `${bucket}/*`],
    },
    {
      Effect: 'Allow',
      Action: ['ssm:GetParameter', 'ssm:GetParameters'],
      Resource: `arn:aws:ssm:${region}:${accountId}:parameter${parameter}`,
    },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::${accountId}:role/cdk-${QUALIFIER}-cfn-exec-role-${accountId}-${region}`,
    },
  ]);
  role('lookup-role', account, [
    {
      Effect: 'Allow',
      Action: [
        'cloudformation:Describe*',
        'cloudformation:Get*',
        'cloudformation:List*',
        'ssm:GetParameter*',
      ],
      Resource: '*',
    },
  ]);
  role(
    'cfn-exec-role',
    { Service: 'cloudformation.amazonaws.com' },
    [],
    ['arn:aws:iam::aws:policy/AdministratorAccess'],
  );
  const { store } = cloud.service<Ssm>('ssm');
  if (!store.find(parameter)) {
    store.put(parameter, 'String', VERSION, { definition: JSON.stringify(['String', VERSION]) });
  }
}
