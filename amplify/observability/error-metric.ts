import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

const NAME = 'FunctionErrors';

/**
 * One metric of all errors of all functions: what they logged as an error (what they throw among it, but for refusals:
 * functions/shared/observed.ts), and where they ran out of time or memory or could not be loaded. Lambda's own metric
 * counts refusals of Cognito's triggers, which have to throw; it knows one function each, and an alarm for each would cost
 * more than the idle backend.
 */
export function countErrors(
  scope: Construct,
  namespace: string,
  functions: readonly LambdaFunction[],
): Metric {
  for (const lambda of functions) {
    new MetricFilter(scope, `Errors-${lambda.node.id}`, {
      logGroup: lambda.logGroup,
      metricNamespace: namespace,
      metricName: NAME,
      metricValue: '1',
      filterPattern: FilterPattern.anyTerm(
        '"level":"ERROR"',
        'Task timed out',
        'Uncaught Exception',
        'Runtime.ExitError',
        'Runtime.OutOfMemory',
      ),
    });
  }
  return new Metric({ namespace, metricName: NAME, statistic: Stats.SUM, period: Duration.minutes(5) });
}
