import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import type { Permission } from '../../core/principal.ts';
import type { SecretsManager } from '../secretsmanager/index.ts';
import { requireAwake, type Cluster, type ClusterRegistry } from './clusters.ts';
import type { Connections, Databases } from './databases.ts';

export interface TargetInput {
  resourceArn: string;
  secretArn: string;
  database?: string;
  schema?: string;
  transactionId?: string;
}

export interface Target {
  readonly clusterArn: string;
  readonly database: string;
  readonly connections: Connections;
}

/** The caller needs both: the operation on the cluster, and the secret's value. */
export function permissions(cloud: CloudContext, action: string, input: TargetInput): Permission[] {
  requireMember(input.resourceArn, 'resourceArn');
  requireMember(input.secretArn, 'secretArn');
  const { store } = cloud.service<SecretsManager>('secretsmanager');
  return [
    { action: `rds-data:${action}`, resource: input.resourceArn },
    { action: 'secretsmanager:GetSecretValue', resource: store.arnOf(input.secretArn) },
  ];
}

/** Throws ValidationException for a member that is missing. */
export function requireMember(value: unknown, name: string): void {
  if (value !== undefined && value !== null && value !== '') return;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}

/**
 * Opens the way to a database as the Data API does: cluster, HTTP endpoint, pause, secret. Throws its errors for each.
 */
export async function openTarget(
  cloud: CloudContext,
  clusters: ClusterRegistry,
  databases: Databases,
  input: TargetInput,
  resumeDelayMs: number,
): Promise<Target> {
  const cluster = openCluster(cloud, clusters, input, resumeDelayMs);
  const { username, password } = credentials(cloud, input.secretArn);
  const role = username === cluster.masterUsername ? cluster.masterRole : username;
  // Without a name Postgres takes the user's, and so does the Data API of Serverless v2.
  const database = await databases.physicalName(cluster, input.database ?? username);
  return { clusterArn: cluster.arn, database, connections: databases.connections(database, role, password) };
}

/** Throws BadRequestException, HttpEndpointNotEnabledException, ValidationException, DatabaseResumingException. */
export function openCluster(
  cloud: CloudContext,
  clusters: ClusterRegistry,
  input: TargetInput,
  resumeDelayMs: number,
): Cluster {
  if (!/^arn:aws[a-z-]*:rds:[^:]+:\d{12}:cluster:.+$/.test(input.resourceArn)) {
    throw new AwsError('BadRequestException', `Invalid cluster arn: ${input.resourceArn}`);
  }
  if (!/^arn:aws[a-z-]*:secretsmanager:[^:]+:\d{12}:secret:.+$/.test(input.secretArn)) {
    throw new AwsError('BadRequestException', `Invalid secret arn: ${input.secretArn}`);
  }
  const cluster = clusters.byArn(input.resourceArn);
  if (input.schema) throw new AwsError('ValidationException', "The schema parameter isn't supported");
  requireAwake(cluster, cloud.clock.now(), resumeDelayMs);
  return cluster;
}

function credentials(cloud: CloudContext, secretArn: string): { username: string; password: string } {
  const { store } = cloud.service<SecretsManager>('secretsmanager');
  const secret = store.find(secretArn);
  if (!secret || secret.deletedDate !== undefined) {
    throw new AwsError('SecretsErrorException', "Secrets Manager can't find the specified secret.");
  }
  let value: { username?: unknown; password?: unknown };
  try {
    value = JSON.parse(store.currentString(secret.arn)) as typeof value;
  } catch (cause) {
    throw invalidSecret(cause);
  }
  const { username, password } = value;
  if (typeof username !== 'string' || typeof password !== 'string') throw invalidSecret();
  return { username, password };
}

function invalidSecret(cause?: unknown): AwsError {
  return new AwsError(
    'InvalidSecretException',
    'The Secrets Manager secret used with the request is not valid: it must be JSON with username and password.',
    { cause },
  );
}
