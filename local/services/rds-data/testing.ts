import {
  applyResource,
  createTestContext,
  type TestContext,
  type TestContextOptions,
} from '../../core/testing.ts';
import { createSecretsManager } from '../secretsmanager/index.ts';
import { createRdsData, type RdsData, type RdsDataOptions } from './index.ts';
import type { SqlParameter } from './statement/parameters.ts';
import type { StatementOutput } from './statement/respond.ts';

export interface DatabaseFixture extends AsyncDisposable {
  readonly cloud: TestContext;
  readonly rds: RdsData;
  readonly resourceArn: string;
  readonly secretArn: string;
  /** Calls an operation with the cluster's ARNs and database filled in. */
  call<Output = any>(operation: string, input?: object): Promise<Output>;
  sql(sql: string, parameters?: SqlParameter[], more?: object): Promise<StatementOutput>;
}

/** A cluster as a CDK assembly defines it, with its generated secret, ready for statements. */
export async function createDatabaseFixture(
  options: { cluster?: object; rds?: RdsDataOptions; context?: TestContextOptions } = {},
): Promise<DatabaseFixture> {
  const cloud = createTestContext(options.context);
  const secrets = cloud.register(createSecretsManager(cloud));
  const rds = cloud.register(createRdsData(cloud, options.rds));
  const secret = await applyResource(secrets, 'AWS::SecretsManager::Secret', 'Secret', {
    GenerateSecretString: { SecretStringTemplate: '{"username":"postgres"}', GenerateStringKey: 'password' },
  });
  const reference = (key: string): string => `{{resolve:secretsmanager:${secret.ref}:SecretString:${key}::}}`;
  const cluster = await applyResource(rds, 'AWS::RDS::DBCluster', 'Cluster', {
    DatabaseName: 'app',
    EnableHttpEndpoint: true,
    MasterUsername: reference('username'),
    MasterUserPassword: reference('password'),
    ServerlessV2ScalingConfiguration: { MinCapacity: 0, MaxCapacity: 1 },
    ...options.cluster,
  });
  const common = {
    resourceArn: cluster.attributes['DBClusterArn'] as string,
    secretArn: secret.ref,
    database: 'app',
  };
  const call: DatabaseFixture['call'] = (operation, input = {}) =>
    cloud.call({ kind: 'developer' }, 'rds-data', operation, { ...common, ...input });
  return {
    cloud,
    rds,
    ...common,
    call,
    sql: (sql, parameters, more) => call('ExecuteStatement', { sql, parameters, ...more }),
    [Symbol.asyncDispose]: () => cloud[Symbol.asyncDispose](),
  };
}
