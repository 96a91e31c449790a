import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** What the dashboard shows and the alarms watch. */
export interface Watched {
  /** Begins the names of alarms and dashboard, and is the namespace of our own metrics. */
  prefix: string;
  apiId: string;
  functions: readonly LambdaFunction[];
  cluster: DatabaseCluster;
  /** In ACU. */
  maxCapacity: number;
  /** Where events end that no function could handle. */
  deadLetters: IQueue;
  /** Errors that functions logged or ended with. */
  errors: Metric;
  /** Errors that browsers reported. */
  clientErrors: Metric;
}
