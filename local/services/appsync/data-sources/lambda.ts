import type { CloudContext, FunctionInvoker } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Principal } from '../../../core/principal.ts';
import type { DataSourceCall, DataSourceOutcome } from './data-source.ts';
import { type Batch, joinBatch } from './lambda-batch.ts';
import { badRequest, isObject, requestObject, required } from './request.ts';

export interface LambdaTarget {
  readonly functionArn: string;
  readonly principal: Principal;
}

/** Errors that the Lambda API models; AppSync names every other one `LambdaException`. */
const MODELED = new Set([
  'ResourceNotFoundException',
  'TooManyRequestsException',
  'InvalidParameterValueException',
  'RequestTooLargeException',
  'ServiceException',
]);

/**
 * Runs an `Invoke` or `BatchInvoke` request
 * (https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-lambda-js.html).
 * `invocationType: Event` starts the function, and answers null at once.
 */
export async function invokeLambda(
  cloud: CloudContext,
  target: LambdaTarget,
  value: unknown,
  call: DataSourceCall,
): Promise<DataSourceOutcome> {
  const request = requestObject(value);
  const operation = required<string>(request, 'operation');
  const payload = request.payload ?? null;
  if (operation === 'Invoke') {
    if (request.invocationType === 'Event') {
      // Nobody waits for it, so how it failed can only be told in the request's trace.
      const untold = (error: string) =>
        call.trace({ path: '', step: 'event invocation', durationMs: 0, error });
      const started = run(cloud, target, payload).then(
        ({ error }) => error && untold(error.message),
        (error: unknown) => untold(error instanceof Error ? error.message : String(error)),
      );
      void cloud.tracker.track(started);
      return { result: null };
    }
    return run(cloud, target, payload);
  }
  if (operation !== 'BatchInvoke')
    throw badRequest(
      `Unsupported operation '${operation}'. Lambda data sources support the 'Invoke' and 'BatchInvoke' operations.`,
    );
  const size = call.maxBatchSize > 0 ? call.maxBatchSize : 5;
  const batches = call.batches as Map<object, Batch>;
  return joinBatch(batches, call.caller, payload, size, (payloads) => run(cloud, target, payloads));
}

async function run(cloud: CloudContext, target: LambdaTarget, payload: unknown): Promise<DataSourceOutcome> {
  try {
    const answer = await cloud
      .service<FunctionInvoker>('lambda')
      .invokeFunction({ functionArn: target.functionArn, payload, principal: target.principal });
    if (!answer.functionError) return { result: answer.payload ?? null };
    const failure = isObject(answer.payload) ? answer.payload : {};
    const type = answer.functionError === 'Handled' ? 'Lambda:Handled' : 'Lambda:Unhandled';
    const unhandledErrorType = typeof failure.errorType === 'string' ? failure.errorType : null;
    return { result: null, error: { message: String(failure.errorMessage ?? ''), type, unhandledErrorType } };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const type = `Lambda:${MODELED.has(error.code) ? error.code : 'LambdaException'}`;
    return {
      result: null,
      error: { message: `${error.message} (Service: Lambda, Status Code: ${error.statusCode})`, type },
    };
  }
}
