import type { InvokeMessage, WorkerData } from './protocol.ts';

/** The second argument of a handler: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
export function createLambdaContext(
  data: WorkerData,
  message: InvokeMessage,
  succeed: (result: unknown) => void,
  fail: (error: unknown) => void,
): Record<string, unknown> {
  const deadline = performance.now() + message.timeoutMs;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: data.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: data.functionArn,
    memoryLimitInMB: String(data.memoryMb),
    awsRequestId: message.requestId,
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: data.logStream,
    clientContext: message.clientContext === undefined ? undefined : JSON.parse(message.clientContext),
    identity: undefined,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    succeed,
    fail,
    done: (error: unknown, result: unknown) => (error ? fail(error) : succeed(result)),
  };
}
