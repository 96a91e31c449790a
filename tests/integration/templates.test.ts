import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { dependencyCycle } from '../support/dependency-cycle.ts';
import { resourcesOf, statementsOf } from '../support/templates.ts';

const assemblies = [
  ['sandbox', inject('sandboxAssembly')],
  ['branch', inject('branchAssembly')],
] as const;

/** Whose policies name an action by a pattern or act on every resource, and why that is right. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'CustomCDKBucketDeployment|s3:GetObject*': 'CDK: reads the assets bucket',
  'CustomCDKBucketDeployment|s3:GetBucket*': 'CDK: reads the assets bucket',
  'CustomCDKBucketDeployment|s3:List*': 'CDK: reads the assets bucket',
  'CustomCDKBucketDeployment|s3:DeleteObject*': 'CDK: writes the bucket it deploys to',
  'CustomCDKBucketDeployment|s3:Abort*': 'CDK: writes the bucket it deploys to',
  '|xray:PutTraceSegments on any resource': 'traces are no resources',
  '|xray:PutTelemetryRecords on any resource': 'traces are no resources',
  'expireactivities|cloudwatch:GetMetricStatistics on any resource':
    'CloudWatch’s reading actions know no resources',
  'LogRetention|logs:PutRetentionPolicy on any resource': 'CDK: sets how long AppSync’s log is kept',
  'LogRetention|logs:DeleteRetentionPolicy on any resource': 'CDK: sets how long AppSync’s log is kept',
};

describe.each(assemblies)('the %s assembly', (type, assembly) => {
  const resources = resourcesOf(assembly);
  const ofType = (name: string) => resources.filter((resource) => resource.Type === name);

  it('has no NAT, no interface endpoint, no load balancer, no container: nothing that costs while idle', () => {
    const costly = /NatGateway|VPCEndpoint|LoadBalancer|ECS|EIP|RDS::DBProxy/;
    expect(
      resources.filter((resource) => costly.test(resource.Type)).map((resource) => resource.Type),
    ).toEqual([]);
  });

  it('has one encrypted Aurora cluster that sleeps at 0 ACU and is reached through the Data API alone', () => {
    const clusters = ofType('AWS::RDS::DBCluster');
    expect(clusters).toHaveLength(1);
    expect(clusters[0]!.Properties).toMatchObject({
      Engine: 'aurora-postgresql',
      StorageEncrypted: true,
      EnableHttpEndpoint: true,
      ServerlessV2ScalingConfiguration: { MinCapacity: 0 },
      DeletionProtection: type === 'branch',
    });
    expect(clusters[0]!.DeletionPolicy).toBe(type === 'branch' ? 'Snapshot' : 'Delete');
    expect(ofType('AWS::RDS::DBInstance').map((one) => one.Properties['PubliclyAccessible'])).toEqual([
      false,
    ]);
    const ingress = ofType('AWS::EC2::SecurityGroup').flatMap(
      (one) => one.Properties['SecurityGroupIngress'] ?? [],
    );
    expect([...ingress, ...ofType('AWS::EC2::SecurityGroupIngress')]).toEqual([]);
  });

  it('takes no name that somebody else may have: no domain prefix, no named bucket', () => {
    expect(ofType('AWS::Cognito::UserPoolDomain')).toEqual([]);
    expect(ofType('AWS::S3::Bucket').filter((one) => 'BucketName' in one.Properties)).toEqual([]);
  });

  it('keeps every table encrypted and recoverable to a point in time', () => {
    const tables = ofType('AWS::DynamoDB::Table');
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      expect(table.Properties).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
      });
      expect(table.Properties['DeletionProtectionEnabled'] ?? false).toBe(type === 'branch');
    }
  });

  it('runs the migrations before anything reads the database', () => {
    const [migrations] = ofType('Custom::DatabaseMigrations');
    expect(migrations!.DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/Clusterwriter/)]));
    // They stand in another stack than the data source; that stack waits for theirs.
    const dataStack = ofType('AWS::CloudFormation::Stack').find((one) =>
      /^data\d|^data[A-F0-9]/.test(one.logicalId),
    );
    expect([dataStack!.DependsOn].flat()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^database/)]),
    );
  });

  it('gives each role what it needs and no more', () => {
    const wide = statementsOf(resources)
      .filter((statement) => statement.effect === 'Allow')
      .flatMap((statement) =>
        statement.actions
          .filter((action) => action.includes('*'))
          .map((action) => `${statement.owner}|${action}`)
          .concat(
            statement.resources.includes('*')
              ? statement.actions.map((action) => `${statement.owner}|${action} on any resource`)
              : [],
          ),
      )
      .filter((entry) => !Object.keys(EXPLAINED).some((key) => matches(entry, key)));
    expect(wide).toEqual([]);
  });

  it('lets guests read and subscribe to what is public, report what broke, and change nothing', () => {
    const guest = statementsOf(resources).filter((statement) => statement.owner.includes('GuestAccess'));
    expect(guest).toHaveLength(1);
    expect(guest[0]!.actions).toEqual(['appsync:GraphQL']);
    const paths = guest[0]!.resources.map(
      (resource) => /types\/([\w*/]+)/.exec(JSON.stringify(resource))?.[1] ?? '',
    );
    // The whole list, so that nothing is opened to visitors by the way.
    expect(paths.filter((path) => /^(Query|Mutation|Subscription)\//.test(path)).toSorted()).toEqual([
      'Mutation/fields/reportClient',
      'Query/fields/activitiesByHashtag',
      'Query/fields/activitiesByProfile',
      'Query/fields/activity',
      'Query/fields/handleAvailable',
      'Query/fields/homeFeed',
      'Query/fields/likersOf',
      'Query/fields/newSince',
      'Query/fields/profile',
      'Query/fields/quotesOf',
      'Query/fields/searchActivities',
      'Query/fields/searchPeople',
      'Query/fields/suggestedProfiles',
      'Query/fields/thread',
      'Query/fields/trendingFeed',
      'Query/fields/trendingHashtags',
      'Subscription/fields/onActivityCreated',
    ]);
  });

  it('has no circle of resources or stacks that wait for one another', () => {
    const templates = Map.groupBy(resources, (resource) => resource.template);
    for (const [template, members] of templates) expect(dependencyCycle(members), template).toBeUndefined();
  });

  it('stays below 400 resources in each stack', () => {
    const sizes = Map.groupBy(resources, (resource) => resource.template);
    for (const [template, members] of sizes) expect(members.length, template).toBeLessThan(400);
  });
});

it('a circle over a nested stack and an attribute is found', () => {
  const resource = (logicalId: string, Properties: object, DependsOn?: string) => ({
    Type: 'Any',
    template: 'any',
    logicalId,
    Properties,
    DependsOn,
  });
  const circle = [
    resource('A', { Parameters: { x: { 'Fn::GetAtt': ['B', 'Outputs.x'] } } }),
    resource('B', { Name: { 'Fn::Sub': 'n-${C.Arn}' } }),
    resource('C', {}, 'A'),
  ];
  expect(dependencyCycle(circle)).toEqual(['A', 'B', 'C', 'A']);
  expect(dependencyCycle(circle.slice(1))).toBeUndefined();
});

describe('what is watched', () => {
  const branch = resourcesOf(inject('branchAssembly'));
  const runbook = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const alarms = branch.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');

  it('on a branch: requests, functions, database, dead letters and browsers; in a sandbox nothing', () => {
    const names = alarms.map(({ Properties }) => Properties['AlarmName'].replace('cruddur-main-', ''));
    expect(names.toSorted()).toEqual([
      'api-errors',
      'api-latency',
      'client-errors',
      'database-capacity',
      'dead-letters',
      'function-errors',
      'function-throttles',
    ]);
    const sandbox = resourcesOf(inject('sandboxAssembly')).map(({ Type }) => Type);
    expect(sandbox.filter((type) => /CloudWatch|Budgets|SNS/.test(type))).toEqual([]);
  });

  it.each(alarms.map(({ Properties }) => Properties['AlarmName'].replace('cruddur-main-', '')))(
    '%s has a runbook',
    (name) => expect(runbook).toContain(`### ${name}\n`),
  );

  it('every function that nobody waits for keeps the events that it could not handle', () => {
    const scheduled = branch
      .filter(({ Type }) => Type === 'AWS::Events::Rule' || Type === 'AWS::Scheduler::Schedule')
      .flatMap(({ Properties }) => (Properties['Targets'] ?? [Properties['Target']]) as { Arn: unknown }[])
      .map(({ Arn }) => (Arn as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0]);
    const kept = branch
      .filter(
        ({ Type, Properties }) =>
          Type === 'AWS::Lambda::EventInvokeConfig' && Properties['DestinationConfig']?.OnFailure,
      )
      .map(({ Properties }) => (Properties['FunctionName'] as { Ref: string }).Ref);
    expect(scheduled.length).toBeGreaterThan(1);
    for (const lambda of scheduled) expect(kept).toContain(lambda);
    expect(kept.some((lambda) => lambda.startsWith('processimage'))).toBe(true);
  });

  it('requests and functions are traced, and every log of ours ends', () => {
    const [api] = branch.filter(({ Type }) => Type === 'AWS::AppSync::GraphQLApi');
    expect(api!.Properties).toMatchObject({ XrayEnabled: true, LogConfig: { FieldLogLevel: 'ERROR' } });
    const ours = branch.filter(
      ({ Type, Properties }) =>
        Type === 'AWS::Lambda::Function' && Properties['Environment']?.Variables?.POWERTOOLS_SERVICE_NAME,
    );
    expect(ours.length).toBeGreaterThan(10);
    for (const { Properties } of ours) expect(Properties['TracingConfig']).toEqual({ Mode: 'Active' });
    const logs = branch.filter(({ Type }) => Type === 'AWS::Logs::LogGroup');
    expect(logs.length).toBe(ours.length);
    for (const { Properties } of logs) expect(Properties['RetentionInDays']).toBe(30);
  });
});

function matches(entry: string, key: string): boolean {
  const [owner, action] = entry.split('|');
  const [expectedOwner, expectedAction] = key.split('|');
  return owner!.includes(expectedOwner!) && action === expectedAction;
}
