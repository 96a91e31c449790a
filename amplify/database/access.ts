import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import { DATABASE_NAME } from './cluster.ts';

/** Lets a function use the database through the Data API, and tells it where the database is. */
export function giveDatabaseAccess(lambda: LambdaFunction, cluster: DatabaseCluster): void {
  cluster.grantDataApiAccess(lambda as IGrantable);
  lambda.addEnvironment('DATABASE_CLUSTER_ARN', cluster.clusterArn);
  lambda.addEnvironment('DATABASE_SECRET_ARN', cluster.secret!.secretArn);
  lambda.addEnvironment('DATABASE_NAME', DATABASE_NAME);
}
