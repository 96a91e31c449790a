import type { LocalCloud } from '../../local/cloud.ts';
import { seedDemo, type SeedTarget } from '../../amplify/seed/seed-demo.ts';
import { DEMO_PASSWORD } from '../start/seed.ts';

type Entry = readonly [
  string,
  { type: string; logicalId: string; output: { ref: string; attributes: Record<string, unknown> } },
];

/** What a deployed backend consists of, as CloudFormation has it. */
export interface Backend {
  readonly target: SeedTarget;
  /** Runs a statement in its database. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Puts the demo data in. A branch's outputs don't say where; the stack does. */
  seed(): Promise<void>;
  /** The stack's status, and why. */
  stack(): Promise<{ status: string; reason?: string }>;
}

/** Finds the parts of the one stack that was deployed. Throws when it isn't Cruddur's. */
export async function findBackend(cloud: LocalCloud): Promise<Backend> {
  const service = cloud.services.find(({ id }) => id === 'cloudformation');
  const entries = (await service?.inspect?.()) as Entry[];
  function one(type: string, name: RegExp): Entry[1] {
    const found = entries.find(([, entry]) => entry.type === type && name.test(entry.logicalId));
    if (!found) throw new Error(`The stack has no ${type} that is called ${name.source}.`);
    return found[1];
  }
  const model = (name: string): string =>
    one('Custom::AmplifyDynamoDBTable', new RegExp(`^${name}Table$`)).output.ref;
  const cluster = one('AWS::RDS::DBCluster', /Cluster/i);
  const target: SeedTarget = {
    userPoolId: one('AWS::Cognito::UserPool', /UserPool/).output.ref,
    handlesTable: one('AWS::DynamoDB::Table', /^Handles/).output.ref,
    clusterArn: `arn:aws:rds:${cloud.context.region}:${cloud.context.accountId}:cluster:${cluster.output.ref}`,
    secretArn: one('AWS::SecretsManager::Secret', /ClusterSecret/).output.ref,
    database: 'cruddur',
    messageTables: {
      conversations: model('Conversation'),
      members: model('ConversationMember'),
      messages: model('Message'),
    },
    imagesBucket: one('AWS::S3::Bucket', /^Images/).output.ref,
  };
  return {
    target,
    async query(sql) {
      const { clusterArn: resourceArn, secretArn, database } = target;
      const input = { resourceArn, secretArn, database, sql, formatRecordsAs: 'JSON' };
      const answer = await cloud.context.call<{ formattedRecords?: string }>(
        { kind: 'developer' },
        'rds-data',
        'ExecuteStatement',
        input,
      );
      return JSON.parse(answer.formattedRecords ?? '[]') as Record<string, unknown>[];
    },
    seed: () =>
      seedDemo(target, DEMO_PASSWORD, {
        region: cloud.context.region,
        endpoint: cloud.baseUrl,
        credentials: cloud.developerCredentials,
      }),
    stack: () => describeStack(cloud),
  };
}

/** The status of the one stack, and why. */
export async function describeStack(cloud: LocalCloud): Promise<{ status: string; reason?: string }> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const client = new CloudFormationClient({
    region: cloud.context.region,
    endpoint: cloud.baseUrl,
    credentials: cloud.developerCredentials,
  });
  const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({}));
  return { status: stack?.StackStatus ?? 'none', reason: stack?.StackStatusReason };
}
