import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { keepFailedEvents } from '../observability/dead-letters.ts';
import { giveDatabaseAccess } from './access.ts';

/**
 * Runs the deletion of expired cruds once an hour. Longer than the database's pause needs to begin, so that the job by
 * itself never keeps it awake (docs/adr/0017).
 */
export function scheduleExpiry(
  expireActivities: LambdaFunction,
  cluster: DatabaseCluster,
  deadLetters: IQueue,
): void {
  giveDatabaseAccess(expireActivities, cluster);
  expireActivities.addEnvironment('DATABASE_CLUSTER_ID', cluster.clusterIdentifier);
  // CloudWatch's reading actions know no resources.
  expireActivities.addToRolePolicy(
    new PolicyStatement({ actions: ['cloudwatch:GetMetricStatistics'], resources: ['*'] }),
  );
  // What one run could not do, the next one does.
  keepFailedEvents(expireActivities, deadLetters, Duration.hours(1));
  new Rule(Stack.of(expireActivities), 'ExpireActivitiesHourly', {
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [new Target(expireActivities)],
  });
}
