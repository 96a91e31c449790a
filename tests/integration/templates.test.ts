import { describe, expect, inject, it } from 'vitest';
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

  it('lets guests read and subscribe to what is public, and change nothing', () => {
    const guest = statementsOf(resources).filter((statement) => statement.owner.includes('GuestAccess'));
    expect(guest).toHaveLength(1);
    expect(guest[0]!.actions).toEqual(['appsync:GraphQL']);
    const paths = guest[0]!.resources.map(
      (resource) => /types\/([\w*/]+)/.exec(JSON.stringify(resource))?.[1] ?? '',
    );
    expect(paths).toEqual(
      expect.arrayContaining(['Query/fields/homeFeed', 'Subscription/fields/onActivityCreated']),
    );
    expect(
      paths.filter((path) => path.startsWith('Mutation') || /^(Query|Subscription)\/\*/.test(path)),
    ).toEqual([]);
    expect(paths).not.toContain('Query/fields/me');
  });

  it('stays below 400 resources in each stack', () => {
    const sizes = Map.groupBy(resources, (resource) => resource.template);
    for (const [template, members] of sizes) expect(members.length, template).toBeLessThan(400);
  });
});

function matches(entry: string, key: string): boolean {
  const [owner, action] = entry.split('|');
  const [expectedOwner, expectedAction] = key.split('|');
  return owner!.includes(expectedOwner!) && action === expectedAction;
}
