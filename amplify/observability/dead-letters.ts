import { Duration, type Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue, QueueEncryption, type IQueue } from 'aws-cdk-lib/aws-sqs';

/** Where events wait that no attempt could handle: two weeks, for a person to look at (docs/operations.md, «dead-letters»). */
export function createDeadLetters(scope: Stack): Queue {
  return new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

/** Events of a function that nobody waits for: tried three times while they are of use, then kept. */
export function keepFailedEvents(lambda: LambdaFunction, deadLetters: IQueue, maxEventAge: Duration): void {
  lambda.configureAsyncInvoke({
    maxEventAge,
    retryAttempts: 2,
    onFailure: new SqsDestination(deadLetters),
  });
}
