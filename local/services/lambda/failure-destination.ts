import type { CloudContext } from '../../core/context.ts';
import type { FunctionConfig } from './functions.ts';
import type { RunResult } from './run.ts';

/** An asynchronous event that no attempt could handle. */
export interface LostEvent {
  readonly requestId: string;
  readonly event: string;
  readonly attempts: number;
  readonly result: RunResult;
}

/**
 * Puts a lost event into the queue that is the function's destination on failure, with the function's own role.
 * The record's format: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export async function sendToDestination(
  cloud: CloudContext,
  config: FunctionConfig,
  destinationArn: string,
  { requestId, event, attempts, result }: LostEvent,
): Promise<void> {
  const record = {
    version: '1.0',
    timestamp: new Date(cloud.clock.now()).toISOString(),
    requestContext: {
      requestId,
      functionArn: `${config.arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: attempts,
    },
    requestPayload: JSON.parse(event) as unknown,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: result.functionError },
    responsePayload: JSON.parse(result.payload) as unknown,
  };
  await cloud.call(
    { kind: 'role', roleArn: config.roleArn, sessionName: config.name },
    'sqs',
    'SendMessage',
    {
      QueueUrl: destinationArn,
      MessageBody: JSON.stringify(record),
    },
  );
}
