import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CustomResource } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { readMigrations } from '../../functions/migrate/read-migrations.ts';

const folder = fileURLToPath(new URL('../../sql/migrations', import.meta.url));

/** Runs the migrations during each deploy that changes them. What reads the database depends on this resource. */
export function createMigrations(
  scope: Construct,
  migrate: IFunction,
  cluster: DatabaseCluster,
): CustomResource {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations(folder)) hash.update(`${name}:${checksum}\n`);
  const migrations = new CustomResource(scope, 'Migrations', {
    resourceType: 'Custom::DatabaseMigrations',
    serviceToken: migrate.functionArn,
    properties: { MigrationsHash: hash.digest('hex') },
  });
  // The writer too: a cluster without an instance takes no statement.
  migrations.node.addDependency(cluster);
  return migrations;
}
