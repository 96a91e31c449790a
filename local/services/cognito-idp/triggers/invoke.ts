import type { FunctionInvoker } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { TriggerName, UserPool } from '../pool.ts';

const TIMEOUT_MS = 5000;
/** Cognito calls a function that does not answer in time three times in all. */
const ATTEMPTS = 3;
/** Admin operations and the pool itself have no client. */
export const NO_CLIENT = 'CLIENT_ID_NOT_APPLICABLE';

export interface TriggerEvent {
  readonly source: string;
  readonly username: string;
  readonly clientId: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
  /** Of the event; `1` unless the trigger is configured with another one. */
  readonly version?: string;
}

interface FunctionError {
  readonly errorMessage?: string;
  readonly errorType?: string;
}

/**
 * Runs a pool's trigger, if it has one, and returns the `response` of the event that the function gave back.
 * Throws UserLambdaValidationException when the function threw, UnexpectedLambdaException when it could not be
 * called or did not answer within 5 seconds three times, InvalidLambdaResponseException for anything but the event.
 */
export async function invokeTrigger(
  idp: Idp,
  pool: UserPool,
  name: TriggerName,
  event: TriggerEvent,
): Promise<Record<string, unknown> | undefined> {
  const functionArn = pool.triggers[name];
  if (functionArn === undefined) return undefined;
  const payload = {
    version: event.version ?? '1',
    region: idp.cloud.region,
    userPoolId: pool.id,
    userName: event.username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: event.clientId },
    triggerSource: event.source,
    request: event.request,
    response: event.response,
  };
  return readResponse(await call(idp, pool, name, functionArn, payload));
}

async function call(
  idp: Idp,
  pool: UserPool,
  name: TriggerName,
  functionArn: string,
  payload: unknown,
): Promise<unknown> {
  const lambda = idp.cloud.service<FunctionInvoker>('lambda');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const result = await invoke(lambda, pool, name, functionArn, payload);
    if (result.functionError === undefined) return result.payload;
    const error = (result.payload ?? {}) as FunctionError;
    if (result.functionError === 'TimedOut' && !timedOutItself(error)) continue;
    throw new AwsError(
      'UserLambdaValidationException',
      `${name} failed with error ${error.errorMessage ?? 'null'}.`,
    );
  }
  throw new AwsError(
    'UnexpectedLambdaException',
    `${name} invocation failed due to error Socket timeout while invoking Lambda function.`,
  );
}

/** A function that ran into its own, shorter limit has failed; Cognito is told so and does not call it again. */
function timedOutItself(error: FunctionError): boolean {
  const seconds = /Task timed out after ([\d.]+) seconds/.exec(error.errorMessage ?? '')?.[1];
  return seconds !== undefined && Number(seconds) * 1000 < TIMEOUT_MS;
}

async function invoke(
  lambda: FunctionInvoker,
  pool: UserPool,
  name: TriggerName,
  functionArn: string,
  payload: unknown,
): ReturnType<FunctionInvoker['invokeFunction']> {
  try {
    return await lambda.invokeFunction({
      functionArn,
      payload,
      principal: { kind: 'service', service: 'cognito-idp.amazonaws.com', sourceArn: pool.arn },
      timeoutMs: TIMEOUT_MS,
    });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new AwsError('UnexpectedLambdaException', `${name} invocation failed due to error ${error.code}.`, {
      cause: error,
    });
  }
}

function readResponse(returned: unknown): Record<string, unknown> {
  if (typeof returned === 'object' && returned !== null && !Array.isArray(returned)) {
    const { response } = returned as { response?: unknown };
    if (typeof response === 'object' && response !== null && !Array.isArray(response)) {
      return response as Record<string, unknown>;
    }
  }
  throw unrecognizable();
}

/** The error for an answer that is JSON and not what the trigger must answer. */
export function unrecognizable(): AwsError {
  return new AwsError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
}
